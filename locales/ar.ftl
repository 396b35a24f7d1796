# كلمات الصفحات بالعربية. لا يُصرَّف أي اسم: يأتي الاسم وحده أو بعد نقطتين، لا بعد حرف جر ولا مضافًا إليه.
# لا تجعل أي كلمة هنا ادعاءً أقوى مما هو في المُدخَل. الأرقام غربية في كل مكان.

## أدوات الربط

comma = {"، "}
semicolon = {"؛ "}
colon = {": "}
nothing = غير مذكور
quote_open = «
quote_close = »

## العدد يوافق المعدود في الجنس، ولذلك يُكتب بالأرقام

numbers = 0

## على لسان من

said_by = {$speaker}
said_via = ، الناقل: {$carrier}
said_then = ، ثم {$carrier}
said_on = ، {$date}
unnamed_one = {$who} (شخص واحد لم يُذكر اسمه)
unnamed_some = {$who} (لم تُذكر الأسماء، والعدد: {$number})
unnamed_uncounted = {$who} (لم يُذكر الاسم ولا العدد)
our_assessment = تقديرنا
no_source_named = لم يُذكر مصدر
No_source_named = لم يُذكر مصدر
people =
    { $count ->
        [one] شخص واحد
        [two] شخصان
        [few] {$number} أشخاص
        [many] {$number} شخصًا
       *[other] {$number} شخص
    }
people_unknown = لم يُذكر العدد

## مدى ثبوت القول

status_observed = شوهد
status_stated = تصريح الطرف المعني
status_stated_by_another = تصريح
status_claimed = ادعاء
status_disputed = محل خلاف
status_denied = نفي من الطرف المعني
status_denied_by_another = نفي
status_assessed = تقديرنا
counted_observed = مشاهدات: {$count}
counted_stated = تصريحات: {$count}
counted_claimed = ادعاءات: {$count}
counted_disputed = محل خلاف: {$count}
counted_denied = نفي: {$count}
counted_assessed = تقديرات: {$count}
counted_held_doubtful = منها ما نعدّه مشكوكًا فيه أو مستبعدًا: {$count}

## المواقف من السؤال

stance_asserts = قول بذلك
stance_denies = نفي
stance_cautions = دعوة إلى الحذر
stance_declines = امتناع عن التعليق

## حال السؤال

question_open = مفتوح
question_narrowed = ضاق نطاقه
question_answered = أُجيب عنه
question_moot = لم يعد مطروحًا

## المصادر والجهات

source_official = جهة رسمية
source_outlet = وسيلة إعلام
source_agency = وكالة أنباء
source_person = شخص
source_document = وثيقة
source_anonymous = غير مسمّى
entity_person = شخص
entity_organization = جهة
entity_place = مكان
reliability_A = موثوق تمامًا
reliability_B = موثوق عادةً
reliability_C = موثوق إلى حد ما
reliability_D = غير موثوق عادةً
reliability_E = غير موثوق
reliability_F = لا يمكن الحكم عليه
credibility_1 = تؤكده مصادر أخرى
credibility_2 = صحيح على الأرجح
credibility_3 = ربما كان صحيحًا
credibility_4 = مشكوك فيه
credibility_5 = مستبعد
credibility_6 = لا يمكن الحكم عليه
confidence_low = ثقة منخفضة
confidence_moderate = ثقة متوسطة
confidence_high = ثقة عالية
note_inferred = استنتاج المحلل
note_unclear = غير واضح في المقال
note_mistaken = مشكوك فيه في المقال
note_comment = تعليق

## مصطلحات مقاييس الاحتمال؛ يبقى المصطلح الإنجليزي بجانبها دائمًا

likelihood_almost_no_chance = يكاد يكون منعدم الاحتمال
likelihood_remote = احتمال بعيد
likelihood_very_unlikely = ضعيف الاحتمال جدًا
likelihood_highly_improbable = مستبعد جدًا
likelihood_unlikely = ضعيف الاحتمال
likelihood_improbable = مستبعد
likelihood_roughly_even_chance = احتمال متكافئ تقريبًا
likelihood_roughly_even_odds = فرص متكافئة تقريبًا
likelihood_likely = مرجح
likelihood_probable = راجح
likelihood_very_likely = مرجح جدًا
likelihood_highly_probable = راجح جدًا
likelihood_almost_certain = شبه مؤكد
likelihood_nearly_certain = يقارب اليقين
likelihood_remote_chance = احتمال بعيد
likelihood_highly_unlikely = ضعيف الاحتمال جدًا
likelihood_realistic_possibility = احتمال واقعي
likelihood_highly_likely = مرجح جدًا

## ما تغيّر

item_brief = موجز
item_title = العنوان
item_bottom_line = الخلاصة
item_correction = تصحيح
item_fact = معلومة أساسية
item_question = سؤال
item_position = موقف
item_event = حدث
item_judgement = تقدير
item_source = مصدر
change_new = جديد
change_gone = أُزيل
change_dropped = لم يعد مدرجًا
change_again = أُدرج من جديد
change_followed = جديد في هذا الملف
change_reworded = أُعيدت صياغته
change_attribution = تغيّر الإسناد
change_said_by_another = قاله طرف آخر أيضًا
change_new_origin = مصدر أصلي جديد
change_same_origin = تكرّر من المصدر الأصلي نفسه
change_expected = صار يُعدّ متوقعًا
change_not_expected = لم يعد يُعدّ متوقعًا
change_moved = تغيّرت حاله
change_reopened = فُتح من جديد
change_answered = أُجيب عنه
change_stance = تغيّر الموقف
change_details = تغيّر أيضًا
change_value = تغيّرت القيمة
change_status_up = صار أفضل إسنادًا
change_status_down = صار أضعف إسنادًا
change_status_moved = تغيّرت درجة ثبوته
change_date_sharpened = صار التاريخ أدق
change_date_widened = صار التاريخ أقل دقة
change_date_moved = تغيّر التاريخ
change_said_date_sharpened = صار تاريخ القول أدق
change_said_date_widened = صار تاريخ القول أقل دقة
change_said_date_moved = تغيّر تاريخ القول
change_opening_sharpened = صار تاريخ الفتح أدق
change_opening_widened = صار تاريخ الفتح أقل دقة
change_opening_moved = تغيّر تاريخ الفتح
change_likelihood_up = رُفع الاحتمال
change_likelihood_down = خُفض الاحتمال
change_likelihood_moved = تغيّر الاحتمال
change_confidence_up = رُفعت الثقة
change_confidence_down = خُفضت الثقة
change_confidence_moved = تغيّرت الثقة
change_at_odds = تقديران مختلفان
change_credibility_up = رُفعت المصداقية
change_credibility_down = خُفضت المصداقية
change_credibility_moved = تغيّرت المصداقية
change_reliability_up = رُفعت الموثوقية
change_reliability_down = خُفضت الموثوقية
change_reliability_moved = تغيّرت الموثوقية
change_marking_up = تداول أشد تقييدًا
change_marking_down = تداول أقل تقييدًا
change_marking_moved = تغيّر التداول
marked_expected = متوقع
not_marked_expected = لا يُعدّ متوقعًا
detail_date = التاريخ
detail_language = اللغة
detail_story = الملف
detail_weight = الأهمية
detail_topics = الموضوعات
detail_article = المقال
detail_sources = المصادر
detail_people_and_places = الأشخاص والأماكن
detail_analysts_notes = ملاحظات المحلل
detail_likelihood_scale = مقياس الاحتمال
detail_AI_disclosure = الإفصاح عن استخدام الذكاء الاصطناعي
detail_quotes = الاقتباسات
detail_value = القيمة
detail_note = الملاحظة
detail_why_it_matters = لماذا يهم
detail_date_of_the_answer = تاريخ الجواب
detail_what_would_settle_it = ما الذي يحسمه
detail_basis = المستند
besides = ، إلى جانب{" "}
before = سابقًا:{" "}

## الأعداد

count_withheld_parts = أجزاء من هذا الموجز محجوبة هنا: {$count}
count_withheld_briefs = موجزات محجوبة هنا: {$count}
count_briefs =
    { $count ->
        [zero] لا موجزات
        [one] موجز واحد
        [two] موجزان
        [few] {$count} موجزات
        [many] {$count} موجزًا
       *[other] {$count} موجز
    }
count_open_questions =
    { $count ->
        [zero] لا أسئلة مفتوحة
        [one] سؤال مفتوح واحد
        [two] سؤالان مفتوحان
        [few] {$count} أسئلة مفتوحة
        [many] {$count} سؤالًا مفتوحًا
       *[other] {$count} سؤال مفتوح
    }
count_left_open =
    { $count ->
        [zero] لم يترك سؤالًا مفتوحًا
        [one] ترك سؤالًا واحدًا مفتوحًا
        [two] ترك سؤالين مفتوحين
        [few] ترك {$count} أسئلة مفتوحة
        [many] ترك {$count} سؤالًا مفتوحًا
       *[other] ترك {$count} سؤال مفتوح
    }
count_all_open_questions = كل الأسئلة المفتوحة ({$count})
count_more_open_questions = أسئلة مفتوحة أخرى: {$count}
count_more_settled_questions = أسئلة محسومة أخرى: {$count}
count_positions_on_pages = المواقف في كل الصفحات: {$count}؛ آخر موقف لكل طرف، ثم ما قاله قبل ذلك
count_facts =
    { $count ->
        [zero] لا معلومات أساسية
        [one] معلومة أساسية واحدة
        [two] معلومتان أساسيتان
        [few] {$count} معلومات أساسية
        [many] {$count} معلومة أساسية
       *[other] {$count} معلومة أساسية
    }
count_parties =
    { $count ->
        [zero] لا مواقف
        [one] طرف واحد
        [two] طرفان
        [few] {$count} أطراف
        [many] {$count} طرفًا
       *[other] {$count} طرف
    }
count_days =
    { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] {$count} أيام
        [many] {$count} يومًا
       *[other] {$count} يوم
    }
count_days_at_least =
    { $count ->
        [one] يوم واحد على الأقل
        [two] يومان على الأقل
        [few] {$count} أيام على الأقل
        [many] {$count} يومًا على الأقل
       *[other] {$count} يوم على الأقل
    }
count_matters = الملفات التي تتابعها الموجزات: {$count}، الأحدث أولًا
count_briefs_by_month = الموجزات بحسب الأشهر: {$count}
count_briefs_latest_first = الموجزات: {$count}، الأحدث أولًا
count_in_briefs_latest_first = في الموجزات: {$count}، الأحدث أولًا
count_named_entities = ما تذكره الموجزات: {$count}
count_unnamed_sources = مصادر لم تُذكر أسماؤها: {$count}
count_left_out = ما استبعده المحرر: {$count}
count_more_words = أقوال أخرى في هذا الشأن: {$count}
count_more_briefs = موجزات أخرى لهذا اليوم: {$count}
count_more_judgements = تقديرات أخرى في الموجزات: {$count}
count_more_in = معلومات أخرى ({$count}):
count_only_origin_facts = معلومات أساسية هو مصدرها الوحيد: {$count}

## ما يستند إليه

summary_none = لم يُذكر أي مصدر.
summary_sources =
    { $count ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدران
        [few] {$count} مصادر
        [many] {$count} مصدرًا
       *[other] {$count} مصدر
    }
summary_named_sources =
    { $count ->
        [zero] لا مصادر مسمّاة
        [one] مصدر مسمّى واحد
        [two] مصدران مسمّيان
        [few] {$count} مصادر مسمّاة
        [many] {$count} مصدرًا مسمّى
       *[other] {$count} مصدر مسمّى
    }
summary_origins =
    { $count ->
        [zero] لا أصول مستقلة
        [one] أصل مستقل واحد
        [two] أصلان مستقلان
        [few] {$count} أصول مستقلة
        [many] {$count} أصلًا مستقلًا
       *[other] {$count} أصل مستقل
    }
summary_anonymous = غير المسمّاة: {$count} ({$people})
summary_people =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] {$count} أشخاص
        [many] {$count} شخصًا
       *[other] {$count} شخص
    }
summary_people_at_least = على الأقل {$people}
summary_people_unknown = لم يُذكر عدد الأشخاص
summary_claimed = {$facts}، منها ادعاءات أطراف ثالثة: {$count}
summary_unnamed_word = ما يستند إلى أشخاص لم تُذكر أسماؤهم: {$count}
summary_not_rated = لم تُقيَّم الموثوقية
summary_all_rated = قُيِّمت موثوقية المصادر كلها
summary_some_rated = قُيِّمت موثوقية {$count} من {$sources}
summary_named_and_anonymous =
    { $count ->
        [zero] {$named}، ولا مصادر غير مسمّاة
       *[other] {$named}، وغير المسمّاة: {$count}
    }
summary_named_and_anonymous_at_least = {$named}، وغير المسمّاة: {$count} على الأقل
summary_statuses = {$facts} – {$statuses}
summary_sentence = {$clauses}.

## مواضع في الصفحة

part_fact = المعلومة {$number}
part_question = السؤال {$number}
part_source = المصدر {$number}
part_timeline = التسلسل الزمني
cite_source = المصدر {$number}

## صورة التسلسل الزمني

picture_title =
    { $count ->
        [zero] صورة التسلسل الزمني
        [one] صورة التسلسل الزمني: حدث واحد
        [two] صورة التسلسل الزمني: حدثان
        [few] صورة التسلسل الزمني: {$count} أحداث
        [many] صورة التسلسل الزمني: {$count} حدثًا
       *[other] صورة التسلسل الزمني: {$count} حدث
    }
picture_on = {$title}، {$day}
picture_between = {$title}، بين {$first} و{$last}
picture_numbers = الأرقام هي أرقام القائمة أدناه.
picture_event = {$number}: {$date}.
picture_expected_event = {$number}: {$date}، متوقع.
picture_more = تواريخ الأحداث الأخرى ({$count}) في القائمة.
picture_not_drawn = ما لم يُرسم: {$clauses}.
picture_without_date = بلا تاريخ: {$count}
picture_no_room = لضيق المكان: {$count}
key_day = في ذلك اليوم
key_within = في وقت ما خلاله
key_lasting = طوال ذلك الوقت
key_one_of = أحد هذه التواريخ
key_about = نحو ذلك الوقت
key_expected = متوقع
key_open = مفتوح من هذا الجانب
key_unknown = الحد غير معروف
key_beyond = خارج الصورة
key_uncertain = التاريخ غير مؤكد

## الصفحات

brief = موجز
part_of = الملف:
topics = الموضوعات
topic = موضوع
without_topic = بلا موضوع
bottom_line = الخلاصة
bottom_lines = الخلاصات
corrections = التصحيحات
key_facts = المعلومات الأساسية
open_questions = الأسئلة المفتوحة
timeline = التسلسل الزمني
judgements = تقديرات المحلل
notes = ملاحظات المحلل على المقال
entities = الأشخاص والأماكن
also = أيضًا:
also_called = أيضًا:
sources = المصادر
source = المصدر
ai_disclosure = الإفصاح عن استخدام الذكاء الاصطناعي:
for_whom = إلى:
made_by = أداة الإعداد:
made_from = · الملف:
schema = المخطط
question = السؤال
open_since = مفتوح منذ
Open_since = مفتوح منذ
since = منذ
opened = طُرح يوم
Opened = طُرح يوم
opened_again = فُتح من جديد يوم
settled = حُسم يوم
in_briefs_since = في الموجزات منذ
In_briefs_since = في الموجزات منذ
opened_again_by = فُتح من جديد في موعد أقصاه
settled_by = حُسم في موعد أقصاه
answered_by = الجواب:
answered_on = {"، "}
through_time = عبر الزمن
why_it_matters = لماذا يهم
nobody_took_position = لم يتخذ أحد موقفًا.
would_settle = ما الذي يحسمه
when = متى:
item_credibility = مصداقية المعلومة:
with_caveats = {$label} ({$caveats})
caveat_credibility = مصداقية المعلومة: {$code} – {$meaning}
caveat_reliability = موثوقية المصدر: {$code} – {$meaning}
caveat_mistaken = مشكوك فيه في المقال
caveat_noted = في الموجز ملاحظة
not_judged = لم يُحكم عليها
the_article = المقال
untitled = بلا عنوان
outlet_not_named = لم تُذكر وسيلة الإعلام
date_not_given = لم يُذكر التاريخ
No_date_given = لم يُذكر التاريخ
read_on = تاريخ القراءة:
likelihood = الاحتمال
confidence = الثقة
rests_on = يستند إلى
resting_on = يستند إلى
note = ملاحظة:
how_it_knows = مصدر العلم:
How_it_knows = مصدر العلم:
reliability = الموثوقية
Reliability = الموثوقية
reliability_not_judged = لم يُحكم على الموثوقية
Reliability_not_judged = لم يُحكم على الموثوقية
reliability_not_rated = لم تُقيَّم الموثوقية
Reliability_not_rated = لم تُقيَّم الموثوقية
origin = الأصل:
cited_in = يُستشهد به في
not_cited = لا يُستشهد به
its_page = صفحة المصدر
expected = المتوقع
was_expected = كان متوقعًا
is_expected = متوقع
date_not_known = تاريخ غير معروف

daily_brief = الموجز اليومي
roll_up = موجز مجمّع
date_to = {" "}إلى{" "}
note_by_editor = ملاحظة المحرر
put_first = قدّمه المحرر
story_of = الملف:
no_brief_of_day = لا موجز لهذا اليوم.
all_briefs_left_out = استبعد المحرر جميع موجزات هذا اليوم.
what_changed = ما الذي تغيّر
and_more = وأيضًا:
taken_up_this_day = ما تناوله هذا اليوم
taken_up_these_days = ما تناولته هذه الأيام
carried_over = ما بقي من قبل
in_register = {": "}
the_register = سجل الأسئلة
in_the_brief = في الموجز
later = لاحقًا،
same_day = وأيضًا،
asked_then = كان السؤال حينها:
what_this_rests_on = ما يستند إليه هذا
last_moved = آخر تغيّر:

home = الصفحة الرئيسية
archive = الأرشيف
stories = الملفات
story = ملف
questions = الأسئلة
search = البحث
site_navigation = الموقع
breadcrumb = مسار التنقل
before_and_after = السابق والتالي
row_before = السابق
row_after = التالي
atom_feed = خلاصة Atom
json_feed = خلاصة JSON
calendar = تقويم المتوقع
pages_of_list = صفحات هذه القائمة
page_before = الصفحة السابقة
page_after = الصفحة التالية
page_of = الصفحة {$number} من {$of}

latest_day = آخر يوم:
before_that = قبل ذلك
all_briefs_by_month = كل الموجزات بحسب الأشهر
briefs = الموجزات
briefs_latest_first = الموجزات، الأحدث أولًا
latest = الأحدث:
briefs_since = منذ
no_story_yet = لا موجز ينتمي إلى ملف بعد.
no_topic_yet = لا موجز يذكر موضوعًا بعد.
nobody_yet = لا موجز يذكر أحدًا بعد.
no_source_yet = لا موجز يذكر مصدرًا مسمّى بعد.
no_question_yet = لا موجز يطرح سؤالًا بعد.
corrected = صُحِّح يوم
nothing_corrected = لم يُصحَّح شيء حتى الآن.
every_source_named = لكل مصدر اسم.
corrections_intro = ما أخطأت فيه الموجزات، الأحدث أولًا
sources_intro = ما قاله كل مصدر وما اقتُبس منه إلى جانب أقوال غيره وما نقله، وعدد المعلومات الأساسية التي هو مصدرها الوحيد
unnamed_sources = مصادر لم تُذكر أسماؤها
unnamed_intro = في المجموع، الأحدث أولًا. كل منها قائم بذاته: لا أحد يستطيع أن يعرف هل يعود وصفان إلى الأشخاص أنفسهم.
said = الأقوال:
quoted = الاقتباسات:
carried = المنقولات:
only_origin_of = مصدر وحيد لـ:
Said = الأقوال
Quoted = الاقتباسات
Carried = المنقولات
Only_origin = مصدر وحيد
there_as = صفته هناك:
no_such_page = لا صفحة
no_such_page_title = لا توجد صفحة كهذه
no_such_page_text = لا يؤدي العنوان إلى شيء في هذا الموقع. ربما كُتب خطأً أو سُحب الموجز.
answer = الجواب
who_says_what = من يقول ماذا
has_moved = تغيّر الموقف
told = ورد يوم
what_moved_it = ما الذي غيّر حاله
Settled = المحسومة
count_open_settled = المفتوحة: {$count}، المحسومة: {$settled}
search_intro = مع أسئلتها وملفاتها وأشخاصها وأماكنها
search_no_script = يحتاج البحث إلى نص برمجي، وهو معطّل هنا. كل الموجزات في الأرشيف:
search_label = كلمات، أو أسماء بأي كتابة
search_how = يجب أن ترد الكلمات كلها؛ ويمكن أن تكون الأخيرة بداية كلمة. لا فرق في حالة الأحرف ولا في التشكيل.
search_results = النتائج
search_more = المزيد
search_count = عدد النتائج:
search_none = لا نتائج
search_failed = تعذّرت قراءة الفهرس. ربما جُدّد: حمّل هذه الصفحة من جديد.
result_brief = موجز
result_question = سؤال
result_story = ملف
calendar_expected = متوقع: {$event} ({$speaker})
calendar_event_denied = يُنفى: {$event} ({$speaker})
calendar_event_disputed = محل خلاف: {$event} ({$speaker})
calendar_event_doubtful = مشكوك فيه: {$event} ({$speaker})
calendar_event_improbable = مستبعد: {$event} ({$speaker})
calendar_denied = نفي صادر عن: {$speaker}
claim_denied = يُنفى: {$text}
claim_disputed = محل خلاف: {$text}
