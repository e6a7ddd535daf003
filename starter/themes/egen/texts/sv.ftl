# Egna ord i stället för temats. Skriv textens namn, ett likhetstecken och era ord, som här:
# nav-about = Om oss
