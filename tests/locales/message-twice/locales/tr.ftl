key_facts = Ana bilgiler
sources = Kaynaklar
key_facts = Başlıca bilgiler
