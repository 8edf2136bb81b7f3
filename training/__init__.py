"""How the pipeline `nl_dialoog` is made: `python -m training TREEBANK_DIR OUT`."""
