# The words of pages in English. Every message of the other catalogues stands here too, with the same variables.


## Joints

comma = {", "}
semicolon = {"; "}
colon = {": "}
nothing = not given
quote_open = “
quote_close = ”

## Numbers in words, from nought to twelve, for the number of unnamed people

numbers = zero one two three four five six seven eight nine ten eleven twelve

## On whose word

said_by = {$speaker}
said_via = , via {$carrier}
said_then = , then {$carrier}
said_on = , {$date}
unnamed_one = {$who} (one person, unnamed)
unnamed_some = {$number} unnamed sources ({$who})
unnamed_uncounted = {$who} (unnamed, number not given)
our_assessment = our assessment
no_source_named = no source named
No_source_named = No source named
people =
    { $count ->
        [one] one person
       *[other] {$number} people
    }
people_unknown = number not given

## How well a statement is attested

status_observed = Observed
status_stated = Stated by the party concerned
status_stated_by_another = Stated
status_claimed = Claimed
status_disputed = Disputed
status_denied = Denial by the party concerned
status_denied_by_another = Denial
status_assessed = Our assessment
counted_observed = {$count} observed
counted_stated = {$count} stated
counted_claimed = {$count} claimed
counted_disputed = {$count} disputed
counted_denied = {$count} denied
counted_assessed = {$count} assessed
counted_held_doubtful = {$count} of them held doubtful or improbable

## What a party says to a question

stance_asserts = Asserts
stance_denies = Denies
stance_cautions = Cautions
stance_declines = Declines to comment

## Where a question stands

question_open = Open
question_narrowed = Narrowed
question_answered = Answered
question_moot = No longer relevant

## Sources and entities

source_official = Official body
source_outlet = News outlet
source_agency = News agency
source_person = Person
source_document = Document
source_anonymous = Anonymous
entity_person = Person
entity_organization = Organisation
entity_place = Place
reliability_A = completely reliable
reliability_B = usually reliable
reliability_C = fairly reliable
reliability_D = not usually reliable
reliability_E = unreliable
reliability_F = cannot be judged
credibility_1 = confirmed by other sources
credibility_2 = probably true
credibility_3 = possibly true
credibility_4 = doubtful
credibility_5 = improbable
credibility_6 = cannot be judged
confidence_low = Low confidence
confidence_moderate = Moderate confidence
confidence_high = High confidence
note_inferred = Inferred by the analyst
note_unclear = Unclear in the article
note_mistaken = Doubtful in the article
note_comment = Comment

## The terms of the likelihood scales. A page in another language shows them beside the English term.

likelihood_almost_no_chance = almost no chance
likelihood_remote = remote
likelihood_very_unlikely = very unlikely
likelihood_highly_improbable = highly improbable
likelihood_unlikely = unlikely
likelihood_improbable = improbable
likelihood_roughly_even_chance = roughly even chance
likelihood_roughly_even_odds = roughly even odds
likelihood_likely = likely
likelihood_probable = probable
likelihood_very_likely = very likely
likelihood_highly_probable = highly probable
likelihood_almost_certain = almost certain
likelihood_nearly_certain = nearly certain
likelihood_remote_chance = remote chance
likelihood_highly_unlikely = highly unlikely
likelihood_realistic_possibility = realistic possibility
likelihood_highly_likely = highly likely

## What changed

item_brief = Brief
item_title = Headline
item_bottom_line = Bottom line
item_correction = Correction
item_fact = Key fact
item_question = Question
item_position = Position
item_event = Event
item_judgement = Judgement
item_source = Source
change_new = New
change_gone = Gone
change_dropped = No longer listed
change_again = Listed again
change_followed = New on this story
change_reworded = Reworded
change_attribution = Attribution changed
change_said_by_another = Said by another, too
change_new_origin = New origin
change_same_origin = Said again, same origin
change_expected = Now marked as expected
change_not_expected = No longer marked as expected
change_moved = Moved
change_reopened = Open again
change_answered = Answered
change_stance = Stance changed
change_details = Also changed
change_value = Value changed
change_status_up = Better attested
change_status_down = Less well attested
change_status_moved = Status changed
change_date_sharpened = Date known better
change_date_widened = Date known less well
change_date_moved = Date changed
change_said_date_sharpened = Date of the statement known better
change_said_date_widened = Date of the statement known less well
change_said_date_moved = Date of the statement changed
change_opening_sharpened = Opening date known better
change_opening_widened = Opening date known less well
change_opening_moved = Opening date changed
change_likelihood_up = Likelihood raised
change_likelihood_down = Likelihood lowered
change_likelihood_moved = Likelihood changed
change_confidence_up = Confidence raised
change_confidence_down = Confidence lowered
change_confidence_moved = Confidence changed
change_at_odds = Judged in two ways
change_credibility_up = Credibility raised
change_credibility_down = Credibility lowered
change_credibility_moved = Credibility changed
change_reliability_up = Reliability raised
change_reliability_down = Reliability lowered
change_reliability_moved = Reliability changed
change_marking_up = Handling more restricted
change_marking_down = Handling less restricted
change_marking_moved = Handling changed
marked_expected = expected
not_marked_expected = not marked as expected
detail_date = date
detail_language = language
detail_story = story
detail_weight = weight
detail_topics = topics
detail_article = article
detail_sources = sources
detail_people_and_places = people and places
detail_analysts_notes = analyst’s notes
detail_likelihood_scale = likelihood scale
detail_AI_disclosure = AI disclosure
detail_quotes = quotes
detail_value = value
detail_note = note
detail_why_it_matters = why it matters
detail_date_of_the_answer = date of the answer
detail_what_would_settle_it = what would settle it
detail_basis = basis
besides = , besides{" "}
before = before:{" "}

## Counts

count_withheld_parts =
    { $count ->
        [one] {$count} part of this brief is withheld here
       *[other] {$count} parts of this brief are withheld here
    }
count_withheld_briefs =
    { $count ->
        [one] {$count} brief is withheld here
       *[other] {$count} briefs are withheld here
    }
count_briefs =
    { $count ->
        [one] {$count} brief
       *[other] {$count} briefs
    }
count_open_questions =
    { $count ->
        [one] {$count} open question
       *[other] {$count} open questions
    }
count_left_open =
    { $count ->
        [one] left {$count} question open
       *[other] left {$count} questions open
    }
count_all_open_questions =
    { $count ->
        [one] All {$count} open questions
       *[other] All {$count} open questions
    }
count_more_open_questions =
    { $count ->
        [one] {$count} more open question
       *[other] {$count} more open questions
    }
count_more_settled_questions =
    { $count ->
        [one] {$count} more settled question
       *[other] {$count} more settled questions
    }
count_positions_on_pages =
    { $count ->
        [one] {$count} position on all pages
       *[other] {$count} positions on all pages: where each party stood last, then what it said before
    }
count_facts =
    { $count ->
        [one] {$count} key fact
       *[other] {$count} key facts
    }
count_parties =
    { $count ->
        [0] no positions
        [one] {$count} party
       *[other] {$count} parties
    }
count_days =
    { $count ->
        [one] {$count} day
       *[other] {$count} days
    }
count_days_at_least =
    { $count ->
        [one] at least {$count} day
       *[other] at least {$count} days
    }
count_matters =
    { $count ->
        [one] {$count} matter that briefs follow, the latest first
       *[other] {$count} matters that briefs follow, the latest first
    }
count_briefs_by_month =
    { $count ->
        [one] {$count} brief by month
       *[other] {$count} briefs by month
    }
count_briefs_latest_first =
    { $count ->
        [one] {$count} brief, the latest first
       *[other] {$count} briefs, the latest first
    }
count_in_briefs_latest_first =
    { $count ->
        [one] In {$count} brief, the latest first
       *[other] In {$count} briefs, the latest first
    }
count_named_entities =
    { $count ->
        [one] {$count} that briefs name
       *[other] {$count} that briefs name
    }
count_unnamed_sources =
    { $count ->
        [one] {$count} unnamed source
       *[other] {$count} unnamed sources
    }
count_left_out =
    { $count ->
        [one] {$count} left out by the editor
       *[other] {$count} left out by the editor
    }
count_more_words =
    { $count ->
        [one] {$count} more word on it
       *[other] {$count} more words on it
    }
count_more_briefs =
    { $count ->
        [one] {$count} more brief of this day
       *[other] {$count} more briefs of this day
    }
count_more_judgements =
    { $count ->
        [one] {$count} more judgement in the briefs
       *[other] {$count} more judgements in the briefs
    }
count_more_in =
    { $count ->
        [one] {$count} more in
       *[other] {$count} more in
    }
count_only_origin_facts =
    { $count ->
        [0] the only origin of no key fact
        [one] the only origin of {$count} key fact
       *[other] the only origin of {$count} key facts
    }

## What a brief or a day rests on

summary_none = No sources are named.
summary_sources =
    { $count ->
        [one] {$count} source
       *[other] {$count} sources
    }
summary_named_sources =
    { $count ->
        [one] {$count} named source
       *[other] {$count} named sources
    }
summary_origins =
    { $count ->
        [one] {$count} independent origin
       *[other] {$count} independent origins
    }
summary_anonymous = {$count} anonymous ({$people})
summary_people =
    { $count ->
        [one] {$count} person
       *[other] {$count} people
    }
summary_people_at_least = at least {$people}
summary_people_unknown = number of people not given
summary_claimed = {$count} of {$facts} claimed by third parties
summary_unnamed_word =
    { $count ->
        [one] {$count} on the word of unnamed people
       *[other] {$count} on the word of unnamed people
    }
summary_not_rated = reliability not rated
summary_all_rated = all rated for reliability
summary_some_rated = {$count} of {$sources} rated for reliability
summary_named_and_anonymous =
    { $count ->
        [0] {$named}, none anonymous
       *[other] {$named} and {$count} anonymous
    }
summary_named_and_anonymous_at_least = {$named} and at least {$count} anonymous
summary_statuses = {$facts}: {$statuses}
summary_sentence = {$clauses}.

## Parts that a page points to

part_fact = fact {$number}
part_question = question {$number}
part_source = source {$number}
part_timeline = timeline
cite_source = Source {$number}

## The picture of a timeline

picture_title =
    { $count ->
        [one] Picture of the timeline: {$count} events
       *[other] Picture of the timeline: {$count} events
    }
picture_on = {$title} on {$day}
picture_between = {$title} between {$first} and {$last}
picture_numbers = Numbers are those of the list below.
picture_event = {$number}: {$date}.
picture_expected_event = {$number}: {$date}, expected.
picture_more =
    { $count ->
        [one] The dates of {$count} more are in the list.
       *[other] The dates of {$count} more are in the list.
    }
picture_not_drawn = Not drawn: {$clauses}.
picture_without_date =
    { $count ->
        [one] {$count} without a date
       *[other] {$count} without a date
    }
picture_no_room =
    { $count ->
        [one] {$count} for lack of room
       *[other] {$count} for lack of room
    }
key_day = on that day
key_within = at some time in it
key_lasting = all that time
key_one_of = one of these dates
key_about = about then
key_expected = expected
key_open = open on that side
key_unknown = limit not known
key_beyond = beyond the picture
key_uncertain = date uncertain

## The pages

brief = Brief
part_of = Part of
topics = Topics
topic = Topic
without_topic = Without a topic
bottom_line = Bottom line
bottom_lines = Bottom lines
corrections = Corrections
key_facts = Key facts
open_questions = Open questions
timeline = Timeline
judgements = Judgements
notes = Analyst’s notes on the article
entities = People and places
also = Also:
also_called = also
sources = Sources
source = Source
ai_disclosure = AI disclosure:
for_whom = For:
made_by = Made by
made_from = from
schema = schema
question = Question
open_since = open since
Open_since = Open since
since = since
opened = opened
Opened = Opened
opened_again = opened again
settled = settled
# Before the day of a brief, where none gives the day itself.
in_briefs_since = in briefs since
In_briefs_since = In briefs since
opened_again_by = opened again by
settled_by = settled by
answered_by = answered by
answered_on = {" "}on{" "}
through_time = through time
why_it_matters = Why it matters
nobody_took_position = Nobody has taken a position.
would_settle = What would settle it
when = When:
item_credibility = Item credibility:
with_caveats = {$label} ({$caveats})
caveat_credibility = item credibility: {$code} – {$meaning}
caveat_reliability = source reliability: {$code} – {$meaning}
caveat_mistaken = doubtful in the article
caveat_noted = note in the brief
not_judged = not judged
the_article = The article
untitled = untitled
outlet_not_named = outlet not named
date_not_given = date not given
No_date_given = No date given
read_on = read
likelihood = Likelihood
confidence = Confidence
rests_on = Rests on
resting_on = Rests on
note = Note:
how_it_knows = how it knows:
How_it_knows = How it knows:
reliability = reliability
Reliability = Reliability
reliability_not_judged = reliability not judged
Reliability_not_judged = Reliability not judged
reliability_not_rated = reliability not rated
Reliability_not_rated = Reliability not rated
origin = origin:
cited_in = cited in
not_cited = not cited
its_page = its page
expected = Expected
was_expected = Was expected
is_expected = Expected
date_not_known = Date not known

daily_brief = Daily brief
roll_up = Roll-up
date_to = {" "}to{" "}
note_by_editor = Note by the editor
put_first = put first by the editor
story_of = story:
no_brief_of_day = No brief speaks as of this day.
all_briefs_left_out = The editor left out every brief of this day.
what_changed = What changed
and_more = Also:
taken_up_this_day = Taken up on this day
taken_up_these_days = Taken up in these days
carried_over = Carried over
in_register = {" "}in{" "}
the_register = the register
in_the_brief = in the brief
later = Later,
same_day = Also,
asked_then = Asked then:
what_this_rests_on = What this rests on
last_moved = last moved

home = Home
archive = Archive
stories = Stories
story = Story
questions = Questions
search = Search
site_navigation = Site
breadcrumb = Breadcrumb
before_and_after = Before and after
row_before = Before
row_after = After
atom_feed = Atom feed
json_feed = JSON feed
calendar = Calendar of what is expected
pages_of_list = Pages of this list
page_before = Page before
page_after = Page after
page_of = Page {$number} of {$of}

latest_day = Latest day:
before_that = Before that
all_briefs_by_month = All briefs by month
briefs = Briefs
briefs_latest_first = Briefs, the latest first
latest = latest:
briefs_since = since
no_story_yet = No brief belongs to a story yet.
no_topic_yet = No brief names a topic yet.
nobody_yet = No brief names anybody yet.
no_source_yet = No brief names a source yet.
no_question_yet = No brief asks a question yet.
corrected = corrected
nothing_corrected = Nothing has been put right so far.
every_source_named = Every source has a name.
corrections_intro = What briefs had wrong, the latest first
sources_intro = What each said and carried, how often it is quoted beside others, and of how many key facts it is the only origin
unnamed_sources = Unnamed sources
unnamed_intro = in all, the latest first. Each stands by itself: nobody can tell whether two descriptions are of the same people.
said = said
quoted = quoted
carried = carried
only_origin_of = only origin of
Said = Said
Quoted = Quoted
Carried = Carried
Only_origin = Only origin
there_as = There as:
no_such_page = No such page
no_such_page_title = There is no such page
no_such_page_text = The address leads to nothing on this site. It may have been mistyped, or the brief may have been taken back.
answer = Answer
who_says_what = Who says what
has_moved = has changed position
told = told
what_moved_it = What moved it
Settled = Settled
count_open_settled = {$count} open, {$settled} settled
search_intro = with their questions, stories, people and places
search_no_script = Search needs a script, and scripts are switched off here. Every brief is listed in the archive:
search_label = Words, or names in any script
search_how = All words must be there; the last one may be the beginning of a word. Case and accents do not matter.
search_results = Results
search_more = Show more
search_count = Results:
search_none = No results
search_failed = The index cannot be read. It may have been renewed: load this page again.
result_brief = Brief
result_question = Question
result_story = Story
calendar_expected = Expected: {$event} ({$speaker})
calendar_event_denied = Denied: {$event} ({$speaker})
calendar_event_disputed = Disputed: {$event} ({$speaker})
calendar_event_doubtful = Doubtful: {$event} ({$speaker})
calendar_event_improbable = Improbable: {$event} ({$speaker})
calendar_denied = denied by {$speaker}
claim_denied = Denied: {$text}
claim_disputed = Disputed: {$text}
