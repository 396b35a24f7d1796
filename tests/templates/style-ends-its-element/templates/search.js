// <!-- a comment of old
