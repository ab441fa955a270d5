## Sammanfattningens kärna

summary-essence = Starkast: { $strong }. Prata vidare om: { $next }.
summary-essence-next = Prata vidare om: { $next }.
summary-essence-alike = Svaren ligger lika på alla delar. Välj själva vad ni vill prata vidare om.
summary-keep = Håll i det: { $component }
summary-keep-question = Vad är det som fungerar här? Vad behövs för att det ska vara kvar?
summary-next-alike = Prata vidare: välj en av frågorna
summary-unknowing = Bara ”vet inte”, ”inget” eller liknande: { $count } svar
summary-unknowing-at-least = Bara ”vet inte”, ”inget” eller liknande: minst { $count } svar
summary-plan = Planera nästa
