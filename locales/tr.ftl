# Türkçe sayfaların sözleri. Adlar hiçbir yerde ek almaz: ad ya tek başına durur ya da iki noktadan sonra gelir.
# Bir iddia hiçbir sözle girdidekinden daha kesin gösterilmez.

## Bağlaçlar

comma = {", "}
semicolon = {"; "}
colon = {": "}
nothing = belirtilmemiş
quote_open = “
quote_close = ”

## Sıfırdan ona kadar sayılar

numbers = sıfır bir iki üç dört beş altı yedi sekiz dokuz on

## Kimin sözü

said_by = {$speaker}
said_via = , aktaran: {$carrier}
said_then = , ardından: {$carrier}
said_on = , {$date}
unnamed_one = {$who} (bir kişi, adı verilmedi)
unnamed_some = {$who} (adı verilmeyen {$number} kaynak)
unnamed_uncounted = {$who} (adı ve sayısı verilmedi)
our_assessment = kendi değerlendirmemiz
no_source_named = kaynak belirtilmedi
No_source_named = Kaynak belirtilmedi
people =
    { $count ->
        [one] bir kişi
       *[other] {$number} kişi
    }
people_unknown = kişi sayısı verilmedi

## Bir ifadenin dayanağı

status_observed = Gözlemlendi
status_stated = İlgili tarafın beyanı
status_stated_by_another = Beyan
status_claimed = İddia
status_disputed = Tartışmalı
status_denied = İlgili tarafın yalanlaması
status_denied_by_another = Yalanlama
status_assessed = Kendi değerlendirmemiz
counted_observed = {$count} gözlem
counted_stated = {$count} beyan
counted_claimed = {$count} iddia
counted_disputed = {$count} tartışmalı
counted_denied = {$count} yalanlama
counted_assessed = {$count} değerlendirme
counted_held_doubtful = bunların {$count} tanesi şüpheli sayılıyor veya doğru olması beklenmiyor

## Bir soruda tarafların tutumu

stance_asserts = Öne sürüyor
stance_denies = Reddediyor
stance_cautions = İhtiyat öneriyor
stance_declines = Yorum yapmıyor

## Sorunun durumu

question_open = Açık
question_narrowed = Daraldı
question_answered = Yanıtlandı
question_moot = Artık geçerli değil

## Kaynaklar, kişiler, kurumlar

source_official = Resmî kurum
source_outlet = Haber kuruluşu
source_agency = Haber ajansı
source_person = Kişi
source_document = Belge
source_anonymous = Adı verilmeyen
entity_person = Kişi
entity_organization = Kurum
entity_place = Yer
reliability_A = tamamen güvenilir
reliability_B = genellikle güvenilir
reliability_C = bir ölçüde güvenilir
reliability_D = genellikle güvenilir değil
reliability_E = güvenilir değil
reliability_F = değerlendirilemiyor
credibility_1 = başka kaynaklarca doğrulandı
credibility_2 = muhtemelen doğru
credibility_3 = belki doğru
credibility_4 = şüpheli
credibility_5 = doğru olması beklenmez
credibility_6 = değerlendirilemiyor
confidence_low = Düşük güven
confidence_moderate = Orta düzeyde güven
confidence_high = Yüksek güven
note_inferred = Analistin çıkarımı
note_unclear = Haberde açık değil
note_mistaken = Haberde şüpheli
note_comment = Yorum

## Olasılık ölçeklerinin terimleri; İngilizce terim her zaman yanında durur

likelihood_almost_no_chance = neredeyse hiç olasılık yok
likelihood_remote = uzak olasılık
likelihood_very_unlikely = çok düşük olasılık
likelihood_highly_improbable = çok zayıf olasılık
likelihood_unlikely = düşük olasılık
likelihood_improbable = zayıf olasılık
likelihood_roughly_even_chance = yaklaşık yarı yarıya olasılık
likelihood_roughly_even_odds = yaklaşık eşit olasılık
likelihood_likely = olası
likelihood_probable = muhtemel
likelihood_very_likely = çok olası
likelihood_highly_probable = çok muhtemel
likelihood_almost_certain = neredeyse kesin
likelihood_nearly_certain = kesine yakın
likelihood_remote_chance = uzak olasılık
likelihood_highly_unlikely = çok düşük olasılık
likelihood_realistic_possibility = gerçekçi ihtimal
likelihood_highly_likely = yüksek olasılık

## Değişenler

item_brief = Bilgi notu
item_title = Başlık
item_bottom_line = Öz
item_correction = Düzeltme
item_fact = Temel bilgi
item_question = Soru
item_position = Tutum
item_event = Olay
item_judgement = Değerlendirme
item_source = Kaynak
change_new = Yeni
change_gone = Kaldırıldı
change_dropped = Artık listede değil
change_again = Yeniden listede
change_followed = Bu dosyada yeni
change_reworded = Yeniden yazıldı
change_attribution = Kaynak gösterimi değişti
change_said_by_another = Bir başkası da söylüyor
change_new_origin = Yeni kaynak
change_same_origin = Aynı kaynaktan yinelendi
change_expected = Artık beklenen olarak işaretli
change_not_expected = Artık beklenen olarak işaretli değil
change_moved = Durumu değişti
change_reopened = Yeniden açık
change_answered = Yanıtlandı
change_stance = Tutum değişti
change_details = Ayrıca değişen
change_value = Değer değişti
change_status_up = Dayanağı güçlendi
change_status_down = Dayanağı zayıfladı
change_status_moved = Dayanağı değişti
change_date_sharpened = Tarihi daha iyi biliniyor
change_date_widened = Tarihi daha az biliniyor
change_date_moved = Tarihi değişti
change_said_date_sharpened = Açıklamanın tarihi daha iyi biliniyor
change_said_date_widened = Açıklamanın tarihi daha az biliniyor
change_said_date_moved = Açıklamanın tarihi değişti
change_opening_sharpened = Açılış tarihi daha iyi biliniyor
change_opening_widened = Açılış tarihi daha az biliniyor
change_opening_moved = Açılış tarihi değişti
change_likelihood_up = Olasılık yükseltildi
change_likelihood_down = Olasılık düşürüldü
change_likelihood_moved = Olasılık değişti
change_confidence_up = Güven yükseltildi
change_confidence_down = Güven düşürüldü
change_confidence_moved = Güven değişti
change_at_odds = İki ayrı değerlendirme
change_credibility_up = İnandırıcılık yükseltildi
change_credibility_down = İnandırıcılık düşürüldü
change_credibility_moved = İnandırıcılık değişti
change_reliability_up = Güvenilirlik yükseltildi
change_reliability_down = Güvenilirlik düşürüldü
change_reliability_moved = Güvenilirlik değişti
change_marking_up = Paylaşım daha kısıtlı
change_marking_down = Paylaşım daha az kısıtlı
change_marking_moved = Paylaşım değişti
marked_expected = bekleniyor
not_marked_expected = beklenen olarak işaretli değil
detail_date = tarih
detail_language = dil
detail_story = dosya
detail_weight = ağırlık
detail_topics = konular
detail_article = haber
detail_sources = kaynaklar
detail_people_and_places = kişiler ve yerler
detail_analysts_notes = analistin notları
detail_likelihood_scale = olasılık ölçeği
detail_AI_disclosure = yapay zekâ bildirimi
detail_quotes = alıntılar
detail_value = değer
detail_note = not
detail_why_it_matters = neden önemli
detail_date_of_the_answer = yanıt tarihi
detail_what_would_settle_it = soruyu ne çözer
detail_basis = dayanak
besides = {" "}· diğer kaynak:{" "}
before = önce:{" "}

## Sayımlar

count_withheld_parts = Bu bilgi notunun {$count} parçası burada gösterilmiyor
count_withheld_briefs = {$count} bilgi notu burada gösterilmiyor
count_briefs = {$count} bilgi notu
count_open_questions = {$count} açık soru
count_left_open = {$count} soruyu açık bıraktı
count_all_open_questions = Açık soruların tümü ({$count})
count_more_open_questions = {$count} açık soru daha
count_more_settled_questions = {$count} kapanmış soru daha
count_positions_on_pages = Bütün sayfalarda {$count} tutum: önce her tarafın son tutumu, sonra öncekiler
count_facts = {$count} temel bilgi
count_parties =
    { $count ->
        [0] tutum yok
       *[other] {$count} taraf
    }
count_days = {$count} gün
count_days_at_least = en az {$count} gün
count_matters = Bilgi notlarının izlediği {$count} dosya, en yenisi başta
count_briefs_by_month = Aylara göre {$count} bilgi notu
count_briefs_latest_first = {$count} bilgi notu, en yenisi başta
count_in_briefs_latest_first = {$count} bilgi notunda, en yenisi başta
count_named_entities = Bilgi notlarında adı geçen: {$count}
count_unnamed_sources = Adı verilmeyen {$count} kaynak
count_left_out = Editörün çıkardığı: {$count}
count_more_words = bu konuda {$count} söz daha
count_more_briefs = bu günden {$count} bilgi notu daha
count_more_judgements = bilgi notlarında {$count} değerlendirme daha
count_more_in = {$count} tane daha:
count_only_origin_facts = tek kaynağı olduğu temel bilgi: {$count}

## Dayanaklar

summary_none = Kaynak belirtilmedi.
summary_sources = {$count} kaynak
summary_named_sources = adı verilen {$count} kaynak
summary_origins = {$count} bağımsız köken
summary_anonymous = adı verilmeyen {$count} kaynak ({$people})
summary_people = {$count} kişi
summary_people_at_least = en az {$people}
summary_people_unknown = kişi sayısı verilmedi
summary_claimed = {$facts}; üçüncü tarafların iddiası olan: {$count}
summary_unnamed_word = adı verilmeyen kişilerin sözüne dayanan: {$count}
summary_not_rated = güvenilirlik derecelendirilmedi
summary_all_rated = tümünün güvenilirliği derecelendirildi
summary_some_rated = {$sources} kaynaktan güvenilirliği derecelendirilen: {$count}
summary_named_and_anonymous =
    { $count ->
        [0] {$named}, adı verilmeyen yok
       *[other] {$named}, adı verilmeyen {$count} kaynak
    }
summary_named_and_anonymous_at_least = {$named}, adı verilmeyen en az {$count} kaynak
summary_statuses = {$facts}: {$statuses}
summary_sentence = {$clauses}.

## Sayfanın gösterdiği yerler

part_fact = bilgi {$number}
part_question = soru {$number}
part_source = kaynak {$number}
part_timeline = zaman çizelgesi
cite_source = Kaynak {$number}

## Zaman çizelgesinin resmi

picture_title = Zaman çizelgesinin resmi: {$count} olay
picture_on = {$title}, {$day}
picture_between = {$title}, {$first} – {$last}
picture_numbers = Numaralar aşağıdaki listenin numaralarıdır.
picture_event = {$number}: {$date}.
picture_expected_event = {$number}: {$date}, bekleniyor.
picture_more = {$count} olayın tarihi yalnız listededir.
picture_not_drawn = Çizilmeyenler: {$clauses}.
picture_without_date = tarihi olmayan {$count}
picture_no_room = yer kalmadığı için {$count}
key_day = o gün
key_within = bu süre içinde bir zaman
key_lasting = tüm bu süre
key_one_of = bu tarihlerden biri
key_about = o sıralarda
key_expected = bekleniyor
key_open = bu yanı açık
key_unknown = sınırı bilinmiyor
key_beyond = resmin dışında
key_uncertain = tarih kesin değil

## Sayfalar

brief = Bilgi notu
part_of = Dosya:
topics = Konular
topic = Konu
without_topic = Konusu belirtilmeyenler
bottom_line = Öz
bottom_lines = Notların özü
corrections = Düzeltmeler
key_facts = Temel bilgiler
open_questions = Açık sorular
timeline = Zaman çizelgesi
judgements = Değerlendirmeler
notes = Analistin haber hakkındaki notları
entities = Kişiler ve yerler
also = Ayrıca:
also_called = ayrıca:
sources = Kaynaklar
source = Kaynak
ai_disclosure = Yapay zekâ bildirimi:
for_whom = Kime:
made_by = Hazırlayan:
made_from = · dosya:
schema = şema
question = Soru
open_since = açılışı:
Open_since = Açılışı:
since = açılışı:
opened = açılışı:
Opened = Açılışı:
opened_again = yeniden açılışı:
settled = kapanışı:
in_briefs_since = bilgi notlarında ilk kez:
In_briefs_since = Bilgi notlarında ilk kez:
opened_again_by = yeniden açılışı en geç:
settled_by = kapanışı en geç:
answered_by = yanıtı:
answered_on = {", "}
through_time = zaman içinde
why_it_matters = Neden önemli
nobody_took_position = Hiç kimse tutum bildirmedi.
would_settle = Soruyu ne çözer
when = Ne zaman:
item_credibility = Bilginin inandırıcılığı:
with_caveats = {$label} ({$caveats})
caveat_credibility = bilginin inandırıcılığı: {$code} – {$meaning}
caveat_reliability = kaynağın güvenilirliği: {$code} – {$meaning}
caveat_mistaken = haberde şüpheli
caveat_noted = bilgi notunda bir not var
not_judged = değerlendirilmedi
the_article = Haber
untitled = başlıksız
outlet_not_named = yayın organı belirtilmedi
date_not_given = tarih verilmedi
No_date_given = Tarih verilmedi
read_on = okunma tarihi:
likelihood = Olasılık
confidence = Güven
rests_on = Dayanağı
resting_on = Dayanağı:
note = Not:
how_it_knows = nereden biliyor:
How_it_knows = Nereden biliyor:
reliability = güvenilirlik
Reliability = Güvenilirlik
reliability_not_judged = güvenilirlik değerlendirilmedi
Reliability_not_judged = Güvenilirlik değerlendirilmedi
reliability_not_rated = güvenilirlik derecelendirilmedi
Reliability_not_rated = Güvenilirlik derecelendirilmedi
origin = köken:
cited_in = anıldığı yer:
not_cited = anılmadı
its_page = sayfası
expected = Beklenenler
was_expected = Bekleniyordu
is_expected = Bekleniyor
date_not_known = Tarihi bilinmeyenler

daily_brief = Günlük bilgi notu
roll_up = Toplu bilgi notu
date_to = {" "}–{" "}
note_by_editor = Editörün notu
put_first = editör başa aldı
story_of = dosya:
no_brief_of_day = Bu güne ait bilgi notu yok.
all_briefs_left_out = Editör, bu güne ait bilgi notlarının tümünü çıkardı.
what_changed = Neler değişti
and_more = Ayrıca:
taken_up_this_day = Bu gün ele alınanlar
taken_up_these_days = Bu günlerde ele alınanlar
carried_over = Önceden kalanlar
in_register = {": "}
the_register = soru listesi
in_the_brief = bilgi notunda
later = Daha sonra,
same_day = Ayrıca,
asked_then = O zaman şöyle sorulmuştu:
what_this_rests_on = Bunun dayanağı
last_moved = son değişiklik:

home = Ana sayfa
archive = Arşiv
stories = Dosyalar
story = Dosya
questions = Sorular
search = Arama
site_navigation = Site
breadcrumb = Konum
before_and_after = Önceki ve sonraki
row_before = Önceki
row_after = Sonraki
atom_feed = Atom akışı
json_feed = JSON akışı
calendar = Beklenenlerin takvimi
pages_of_list = Bu listenin sayfaları
page_before = Önceki sayfa
page_after = Sonraki sayfa
page_of = Sayfa {$number}/{$of}

latest_day = En son gün:
before_that = Daha öncekiler
all_briefs_by_month = Aylara göre tüm bilgi notları
briefs = Bilgi notları
briefs_latest_first = Bilgi notları, en yenisi başta
latest = sonuncusu:
briefs_since = · ilki:
no_story_yet = Henüz bir dosyaya bağlı bilgi notu yok.
no_topic_yet = Henüz konusu belirtilen bilgi notu yok.
nobody_yet = Henüz adı geçen kimse yok.
no_source_yet = Henüz kaynağı belirtilen bilgi notu yok.
no_question_yet = Henüz soru içeren bilgi notu yok.
corrected = düzeltme:
nothing_corrected = Şimdiye kadar bir düzeltme yapılmadı.
every_source_named = Her kaynağın adı var.
corrections_intro = Bilgi notlarındaki yanlışlar, en yenisi başta
sources_intro = Her kaynağın söyledikleri, başkalarının yanında alıntılanan sözleri, aktardıkları ve tek kaynağı olduğu temel bilgiler
unnamed_sources = Adı verilmeyen kaynaklar
unnamed_intro = kaynak, en yenisi başta. Her biri tek başına durur: iki tanımın aynı kişiler olup olmadığını kimse bilemez.
said = söylediği:
quoted = alıntılandığı:
carried = aktardığı:
only_origin_of = tek kaynağı olduğu bilgi:
Said = Söylediği
Quoted = Alıntılandığı
Carried = Aktardığı
Only_origin = Tek kaynağı olduğu bilgi
there_as = Orada:
no_such_page = Sayfa yok
no_such_page_title = Böyle bir sayfa yok
no_such_page_text = Bu adres bu sitede bir yere çıkmıyor. Yanlış yazılmış ya da bilgi notu geri çekilmiş olabilir.
answer = Yanıt
who_says_what = Kim ne diyor
has_moved = tutumu değişti
told = aktarıldığı tarih:
what_moved_it = Soruyu değiştirenler
Settled = Kapananlar
count_open_settled = {$count} açık, {$settled} kapanmış
search_intro = soruları, dosyaları, kişileri ve yerleriyle
search_no_script = Arama için betik gerekir; burada betikler kapalı. Tüm bilgi notları arşivdedir:
search_label = Sözcükler ya da herhangi bir alfabeyle yazılmış adlar
search_how = Bütün sözcükler geçmelidir; sonuncusu bir sözcüğün başı olabilir. Büyük-küçük harf ve aksan fark etmez.
search_results = Sonuçlar
search_more = Daha fazla
search_count = Sonuç sayısı:
search_none = Sonuç yok
search_failed = Dizin okunamıyor. Yenilenmiş olabilir: bu sayfayı yeniden yükleyin.
result_brief = Bilgi notu
result_question = Soru
result_story = Dosya
calendar_expected = Bekleniyor: {$event} ({$speaker})
calendar_event_denied = Yalanlanan: {$event} ({$speaker})
calendar_event_disputed = Tartışmalı: {$event} ({$speaker})
calendar_event_doubtful = Şüpheli: {$event} ({$speaker})
calendar_event_improbable = Doğru olması beklenmeyen: {$event} ({$speaker})
calendar_denied = {$speaker}, yalanlıyor
claim_denied = Yalanlanan: {$text}
claim_disputed = Tartışmalı: {$text}
