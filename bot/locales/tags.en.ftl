## Subjects after an answer has been sent

tags-offer = You chose no subject. I have guessed from the words in your text. Is it right?
tags-offer-yours = Only you see the guess. It counts if you press Save the subject. If you close this, your answer stays without a subject.
tags-submit = Save the subject
error-answer-gone = Your answer has been removed, so there is nothing to add a subject to. Press Answer anonymously if you want to answer again.
