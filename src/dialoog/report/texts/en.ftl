page-title = { $title } – dialogue analysis
skip = Skip to content
contents = On this page
published = Published on { $date }
from-file = Source: { $file }

perspective-academic = academic
perspective-practitioner = practitioner
perspective-moderator = moderator
perspective-other = other

stance-affirms = affirms
stance-denies = denies
stance-raises = raises
position-affirms = affirms
position-denies = denies
position-mixed = says both
position-raises = only raises

move-question = question
move-agreement = agreement
move-disagreement = disagreement
move-introduction = introduction
move-uptake = takes up a theme
move-heading-question = Questions
move-heading-agreement = Agreement
move-heading-disagreement = Disagreement
move-heading-uptake = Theme taken up

sentence = sentence { NUMBER($n, useGrouping: 0) }
nobody = nobody

brief-heading = In brief
brief-who = { $speakers ->
    [one] One person speaks
   *[other] { $speakers } people talk to each other
}, in { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
} and { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
}.
brief-themes = What it is most about:
brief-no-themes = None of the themes in the codebook comes up.
brief-claims = Claims of the codebook that come up:
brief-no-dialogue = No dialogue was found in this text: nobody was recognised as a speaker. So nothing has been counted.
brief-how = Every underlined number opens exactly the sentences it counts. From there you can go on to their place in the text.

who-heading = Who speaks?
who-intro = The share is the part of all words. The perspective is inferred from the words that the text uses about the speaker.
speaker = Speaker
perspective = Perspective
why = Inferred from
no-evidence = not told by the text
turns = Turns
sentences = Sentences
share = Share
words = Words
questions = Questions

dialogue-heading = The dialogue from beginning to end
dialogue-intro = Time runs from left to right. At the top you see who speaks, below it which theme comes up. Signs above a speaker: ? is a question to the other, = is agreement, ≠ is disagreement. Click on a mark to read the sentence.
dialogue-axis = words since the beginning of the dialogue
dialogue-alt = The dialogue as a time line: { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
} by { $speakers ->
    [one] 1 speaker
   *[other] { $speakers } speakers
}, and below it the sentences on each theme. The tables on this page give the same as text.
dialogue-table = The same as a table: who brings in a theme, and who takes it up?
dialogue-theme = Theme
dialogue-first = Brings it in
dialogue-next = Takes it up
after-turns = { $n ->
    [one] one turn later
   *[other] { $n } turns later
}
same-turn = in the same turn
nobody-takes = nobody else

themes-heading = What is it about?
themes-intro = The number is the number of sentences on the theme, the percentage their part of all sentences of that perspective. The fuller the bar, the larger that part. A sentence can be on more than one theme.
theme = Theme
all = Together
difference = Difference
verdict-nobody = cannot be compared
verdict-too-few = too few turns to say
verdict-more = more by { $perspectives }
verdict-none = no demonstrable difference
interval = with 95% confidence { $low } to { $high }
themes-figure-heading = The perspectives side by side
themes-axis = part of the sentences of that perspective
themes-figure-alt = For { $n ->
    [one] 1 theme
   *[other] { $n } themes
} the part of the sentences per perspective, with a sign for each perspective. The table above gives the same numbers.
themes-too-few = There are too few turns to say whether a difference is more than chance. So read the differences as a description of this one dialogue.
themes-tested = A difference is called demonstrable if it would come about in fewer than 5 out of 100 cases when the turns were shared out over the perspectives at random. That tells about this dialogue, not about all academics or all practitioners.
themes-none = None of the themes in the codebook comes up.

claims-heading = Where do they meet, where do they part?
claims-intro = A claim is a statement that the codebook laid down beforehand. For each speaker you see how often they affirm, deny or only raise it. The quotation is the clearest sentence; follow it to read the context.
status-shared = shared
status-differs = different
status-alone = from one side
status-raised = only raised
status-shared-is = The perspectives take the same position.
status-differs-is = The perspectives do not take the same position, or a perspective says both.
status-alone-is = One perspective takes a position; apart from that it is passed over, or only raised.
status-raised-is = Nobody takes a position.
claim = Claim
who = Who
stance = Position
quotation = In their words
claims-none = None of the claims in the codebook comes up.
claims-silent = { $n ->
    [one] One claim of the codebook does not come up
   *[other] { $n } claims of the codebook do not come up
}

key-heading = To take away
key-intro = Sentences in which a speaker takes a position that can be understood by itself, according to the automatic scoring.
key-none = No key sentences were found.

terms-heading = Which words stand out?
terms-intro = Words that one perspective uses more than the other: at most { $n } of each, the most typical first. It is a ranking, no proof: one sentence can put a word at the top.
terms-intro-alone = There is only one perspective, so there is nothing to compare. These are the words that are used most, { $n } at most.
terms-axis = how typical (z)
terms-axis-alone = times per 1,000 words
terms-figure-alt = The typical words of each perspective, the strongest first. The table below gives the same numbers.
terms-table = The same as a table
terms-none = There are too few words to compare.
term = Word
times = Times
times-rest = Times by others
in-sentences = In sentences
keyness = How typical

moves-heading = Who reacts to whom?
moves-intro = Number of sentences in which the speaker on the left addresses the other. Taking up a theme is: speaking about it for the first time after another brought it in; that can be a coincidence.
from-to = From → to
moves-none = No questions, reactions or themes taken up were found.

text-heading = The full text with codes
text-intro = Every sentence with the themes, claims and moves that were assigned to it. Marked are the words that a code rests on most. Turns and sentences have the number that they have in the tables and in Excel; the first is number 0.
turn = Turn { NUMBER($n, useGrouping: 0) }
kind-theme = theme
kind-claim = claim
kind-act = move
key = key sentence
text-none = There is no text by speakers.

made-heading = How was this made, and how sure is it?
made-how = This page was made automatically. A computer program split the text into turns, decided for each sentence which themes and claims of the codebook it is on, and then counted. No person has read along.
made-sure-heading = What this cannot tell
made-sure-1 = A code can be wrong: the program sometimes misses irony, references and paraphrases. So always read the sentence itself.
made-sure-2 = What is not in the codebook was not looked for. That a claim is missing does not mean that nobody would hold it.
made-sure-3 = A few speakers are no sample. The numbers describe this dialogue, not science or practice.
made-sure-4 = Who speaks more has more sentences. So compare percentages, not numbers.
made-notes-heading = Doubts about this text
made-no-notes = The program had no doubts in reading and splitting the text.
made-confidence = Confidence in the split into turns: { $share }.
made-book-heading = The codebook: { $title }
n-codes = { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
} and { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}
made-versions-heading = Versions and checksums
made-versions-intro = The same file, codebook and versions give exactly the same page.
scrolls = { $what } (scroll sideways to see all)
scroll-hint = Scroll sideways to see everything →
close = Close
behind-heading = The sentences behind the numbers

behind-speaker = Sentences by { $speaker }
behind-questions = Questions by { $speaker }
behind-theme = Sentences on ‘{ $theme }’
behind-theme-of = Sentences on ‘{ $theme }’ from the { $perspective } perspective
behind-claim = { $speaker } { $stance }: { $claim }
behind-term = Sentences with ‘{ $term }’ from the { $perspective } perspective
behind-move = { $speaker } → { $other }: { $move }

note-empty = The file is empty.
note-no-dialogue = No dialogue was found in this text.
note-encoding-guessed = The character encoding of the file was guessed; accented letters may be wrong.
note-no-text-layer = The file has pages without text, such as scans; those were not read.
note-perspective-assumed = The text does not tell the perspective of a speaker; it has been assumed.
note-perspective-doubtful = The perspective of a speaker is doubtful.
note-perspective-unknown = The perspective of a speaker cannot be told from the text.
note-split-doubtful = The split into turns is doubtful; check the text.

comparison-title = { $n ->
    [one] One dialogue
   *[other] { $n } dialogues compared
}
edition = Dialogue
codebook = Codebook
invented = invented
editions-heading = Dialogues
editions-all = All dialogues, by date of publication.
editions-latest = The latest { $shown } of { $n } dialogues, by date of publication.
editions-intro = Of the claims you see how many are shared, different, from one side or only raised. The distance tells how differently academics and practitioners divide their attention over the themes: 0 is the same, 1 is quite different.
distance = Distance
distance-heading = Closer together or further apart?
distance-intro = The dot is the distance found between academic and practitioner in a dialogue; a line joins the dialogues with the same codebook, from top to bottom in time. The open square is the distance that would also come about if the turns were shared out at random: only a dot clearly to the right of it tells something.
distance-axis = 0 is the same, 1 is quite different
distance-found = distance found
distance-expected = distance by chance
distance-alt = The distance between academic and practitioner in { $n } dialogues, by codebook in order of time. The table above gives the distances found as numbers.
trends-heading = Changes over time
trends-intro = Whether academic and practitioner move towards or away from each other over the dialogues.
trends-unclear = There is no clear movement, towards or away from each other.
trends-none = There are too few dated dialogues to see a movement
measure-profile = Division of attention
measure-claims = Positions
direction-closer = closer together
direction-apart = further apart
comparison-themes-heading = Themes per dialogue
comparison-themes-intro = For each perspective the part of the sentences on the theme, with their number in brackets. Only dialogues with the same codebook stand side by side.
recurring-heading = Claims that recur
recurring-intro = Claims from codebooks that belong to more than one dialogue. For each perspective you see in how many dialogues it takes which position. The last column names the dialogues in which both academic and practitioner affirm the claim.
recurring-in = Dialogues
recurring-both = Both affirm it in
recurring-once = Mentioned in one dialogue:
nowhere = nowhere
n-of = { $n } of { $all }
n-editions = { $n ->
    [one] 1 dialogue
   *[other] { $n } dialogues
}
recurring-none = No codebook belongs to more than one dialogue in which claims come up.
news-heading = What is new in the latest dialogue of each codebook?
news-intro = The latest dialogue of each codebook, compared with the earlier dialogues with the same codebook.
news-none = Nothing new was found, or there is no earlier dialogue to compare with.
news-first = for the first time
news-share = { $now } of the sentences
range = { $low } to { $high }
news-before = before: { $before }
compared-lead = { $n ->
    [one] One dialogue
   *[other] { $n } dialogues
}, coded with { $books ->
    [0] no codebook
    [one] one codebook
   *[other] { $books } codebooks
}.
compared-dates = Published between { $first } and { $last }.
compared-invented = { $all ->
    [one] The dialogue is invented
   *[other] { $n ->
        [one] One of the { $all } dialogues is invented
       *[other] { $n } of the { $all } dialogues are invented
    }
}. Do not quote from what is invented.
compared-invented-mark = Its title then has the mark
compared-agreed = Claims that academic and practitioner most often both affirm in the same dialogue:
claims = Claims
compared-how = This page was made automatically. A computer program split the dialogues into turns, decided for each sentence which themes and claims of the codebook of that dialogue it is on, and then counted. No person has read along.
compared-sure-1 = A code can be wrong: the program sometimes misses irony, references and paraphrases. So always read the sentences themselves.
compared-sure-2 = This comparison keeps numbers only. The sentences behind them are on the page of each dialogue.
compared-sure-3 = What is not in the codebooks was not looked for. That a claim is missing in a dialogue does not mean that nobody there would hold it.
compared-sure-4 = A few dialogues are no sample. The numbers describe these dialogues, not science or practice.
compared-sure-5 = Dialogues are not equally long, and who speaks more has more sentences. So compare percentages, not numbers.
compared-notes-heading = Doubts about this comparison
compared-books-heading = { $n ->
    [one] The codebook
   *[other] The codebooks
}
compared-versions-intro = The same files, codebooks and versions give exactly the same page.

segments-title = { $title } – turns
segments-speakers = Who speaks
segments-no-turns = No dialogue was found in this text.
segments-doubts = Doubts
segments-text = The whole text
segments-how = Every stretch of the text has its colour and, in brackets before it, what it was taken for.
segment-turn = turn
segment-label = label
segment-heading = heading
segment-intro = introduction
segment-narration = narration
segment-closing = closing
segment-furniture = page

conduct-heading = How people talk
conduct-intro = What does not depend on the topic: means over { $n ->
    [one] 1 dialogue
   *[other] { $n } dialogues
} and { $books ->
    [one] 1 codebook
   *[other] { $books } codebooks
}, each dialogue compared with itself.
conduct-measure = Share
conduct-verdict = Difference
conduct-talk = of all words
conduct-hedging = words that hedge
conduct-question = sentences that ask
conduct-agreement = sentences that agree
conduct-disagreement = sentences that disagree
conduct-introduction = sentences that bring in a theme
conduct-uptake = sentences that take up a theme
conduct-affirms = sentences that affirm a claim
conduct-denies = sentences that deny a claim
conduct-raises = sentences that raise a claim
conduct-too-few = too few dialogues to say
conduct-differs = more than chance
conduct-alike = may be chance
note-fictional = Invented text: do not quote it.
note-codebook-assumed = No codebook is named for some of the dialogues; they are coded with the usual one.
note-same-edition = A dialogue was there twice; it counts once.
note-not-read = Not every file could be read; what could not does not count.
doubt-more = and { $n } more
