key_facts = Ana bilgiler
sources Kaynaklar
count_briefs = {$count not
timeline = Olaylar
