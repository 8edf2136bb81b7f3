"""A treebank of three invented sentences, written by hand for these tests."""

TINY = """\
# source = cdb/1.xml
# sent_id = 1
# text = Zij neemt "het" boek op.
1\tZij\tzij\tPRON\tVNW|pers\tPerson=3|PronType=Prs\t2\tnsubj\t_\t_
2\tneemt\top_nemen\tVERB\tWW|pv|tgw|met-t\tNumber=Sing|VerbForm=Fin\t0\troot\t_\t_
3\t"\t"\tPUNCT\tLET\t_\t6\tpunct\t_\tSpaceAfter=No
4\thet\thet\tDET\tLID|bep\tDefinite=Def\t6\tdet\t_\tSpaceAfter=No
5\t"\t"\tPUNCT\tLET\t_\t6\tpunct\t_\t_
6\tboek\tboek\tNOUN\tN|soort|ev\tNumber=Sing\t2\tobj\t_\t_
7\top\top\tADP\tVZ|fin\t_\t2\tcompound:prt\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

# source = cdb/1.xml
# sent_id = 2
# text = Werknemersverhalen tellen
1-2\tWerknemersverhalen\t_\t_\t_\t_\t_\t_\t_\t_
1\tWerknemersverhalen\twerknemer_verhaal\tNOUN\tN|soort|mv\tNumber=Plur\t2\tnsubj\t_\t_
2\ttellen\ttellen\tVERB\tWW|pv|tgw|mv\tNumber=Plur|VerbForm=Fin\t0\troot\t_\t_
2.1\ttellen\ttellen\tVERB\tWW|pv|tgw|mv\t_\t_\t_\t0:root\t_

# source = wiki/2.xml
# sent_id = 3
# text = Luister naar collega's!
1\tLuister\tluisteren\tVERB\tWW|pv|tgw|ev\tVerbForm=Fin\t0\troot\t_\t_
2\tnaar\tnaar\tADP\tVZ|init\t_\t3\tcase\t_\t_
3\tcollega's\tcollega\tNOUN\tN|soort|mv\tNumber=Plur\t1\tobl:arg\t_\tSpaceAfter=No
4\t!\t!\tPUNCT\tLET\t_\t1\tpunct\t_\t_

"""
