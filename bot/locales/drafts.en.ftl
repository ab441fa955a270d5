# Words about the AI draft: what the organisation's own language model writes below the manager's
# summary. The same keys are in drafts.sv.ftl.

draft-title = AI draft
draft-intro = About “{ $title }”. A language model has written this and it may be wrong. Read the comments below each claim and judge for yourself. Only you and others who got the summary see it.
draft-claim = AI draft: { $text }
draft-rests-on = Based on:
draft-footer = How it was made: your organisation’s language model ({ $model }) read the comments that may be shown word for word, and nothing else. The bot has checked that each quote stands in the comments, not that the claim is right. What the model writes is never shared by itself. The summary above is what counts.
draft-withdrawn = The AI draft has been removed, because a comment has been hidden.

## The promise, and the page about protection

draft-promise-words = With your yes your words show, also to AI, if { $quotes } answer. { $small ->
    [yes] They may be recognised: avoid who, where, when.
   *[no] Don’t write who, where or when.
}
draft-consent = It is then also read by your organisation’s own language model (AI), which writes a draft for the manager.
draft-privacy = { $count } comments or more that may be shown word for word are also read by your organisation’s own language model (AI). It writes a draft that only the manager gets. It is given nothing but the comments: not the numbers, not who you are and not when you wrote.
