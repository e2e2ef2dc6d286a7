/**
 * The many ways to say a thing, each made the one word that patterns know: modal verbs become `must`, `should`, `can`, `cannot`,
 * `shouldnot`; verbs of giving `give`, `giving`, `given`; what is not there `absent`; conditions `if`, `only if`, `unless`;
 * quantities `exactlyone`, `atleastone`, `atmostone`, `onlyone`, `oneof`.
 */
const forms: readonly (readonly [words: string, canonical: string])[] = [
  // both ways at once
  ["if and only if|if ,? ?and only if|iff", "iff"],
  // what says nothing of a rule
  ["\\( (?:or|and) both \\)", ""],
  ["as well(?! as)|also|always|please|explicitly|simply|currently|additionally|furthermore|moreover|therefore|thus|already|conditionally|optionally|strictly|actually|themselves|itself|necessarily|accompanying|corresponding|associated", ""],
  ["(?:in|within|with|as part of) the same (?:api )?(?:request|call|query|body|operation|payload|time)", "together"],
  [
    "(?:in|within|on|to|as part of|through|via|by|of) (?:the|this|your|a|an|any|each|every) (?:api |http |post |put |patch |get )?(?:request|query|payload|call|query string|url|json|body)(?: body| payload| object| json)?",
    "",
  ],
  ["in (?:request|query|body)(?: body)?", ""],
  ["as (?:an? )?(?:query |body |request |path )?(?:param(?:eter)?s?|arguments?)", ""],
  ["for (?:this|the) (?:request|endpoint|operation|call|method|value)", ""],
  ["(?:for|by) you|by the (?:client|caller|user)", ""],
  // modal verbs
  ["ought to", "should"],
  ["should (?:not|never)", "shouldnot"],
  ["(?:is|are) (?:forbidden|prohibited|prevented) from being", "cannot be"],
  ["can(?:not| not| never)|(?:must|may|shall|could|might) (?:not|never)|(?:is|are) (?:not (?:allowed|permitted|able|possible|supposed)|forbidden|prohibited) to|(?:is|are) not to|do not need to not", "cannot"],
  ["must|shall|(?:has|have|needs?|is required|are required|is necessary|are necessary|will have|will need) to", "must"],
  ["may|can|could|(?:is|are) (?:allowed|permitted|able) to", "can"],
  ["is being|are being|was|were|has been|have been|gets|is|are|becomes?|remains?", "is"],
  // what a field is or is not
  ["(?:given|set|specified|used|passed|provided)? ?with (?:a |the )?value (?:of |set to )?", "is"],
  ["(?:has|have|having|takes?) (?:the |a )?values?(?: of)?(?= V)|(?:has|have|having) the value(?: of)?", "is"],
  ["(?:equals?|matches)(?: to)?(?= (?:the )?V)|===?|=", "is"],
  ["(?:does|do) not equal|!=|<>", "is not"],
  ["(?<=(?:is|be|not) )(?:set|equal|assigned|configured|passed|given|specified)(?: equal)? (?:to|as)(?! L)", ""],
  ["set (?:to|as)(?= (?:the value )?(?:V|true|false|null|either|one|any))", "is"],
  ["(?<=is(?: not)? )(?:(?:of )?(?:the )?(?:type|kind)|of|the value|the|either|one of|any of|among|any value(?= (?:other|except|but)))(?= (?:V|true|false|either|one of|a |the |other|except|but))", ""],
  ["(?<=is(?: not)? )(?:the|either|one of)(?= (?:V|true|false))", ""],
  ["is (?:anything|something|any|any value|any other value|a value)? ?(?:other than|except|but|different from|different than)", "is not"],
  // given, or not
  ["(?:not |non-?)(?:null|nil|empty|blank|omitted)", "given"],
  ["(?:specified|provided|passed(?: in)?|supplied|given|present|included|defined|filled(?: in| out)?|sent|populated|submitted|entered|declared|stated|selected|chosen|mentioned|indicated)", "given"],
  ["used(?! (?:to|as|by|for|during|in(?! (?:conjunction|combination|tandem|addition|concert)))(?![^ ]))", "given"],
  ["(?<=(?:^| )(?:be|is|being|not|if|when|whenever|both|only|unless) )set(?! (?:to|of|by|at)(?![^ ]))", "given"],
  ["(?:combined|mixed|paired|coupled|merged) (?:together )?(?:with|and)", "given with"],
  ["(?:combined|mixed|coupled)(?: together)?", "given together"],
  ["not given|omitted|missing|left (?:out|empty|blank|unset)|empty|blank|null|unset|unspecified|excluded|undefined|nil|not set", "absent"],
  // verbs of giving
  ["(?:the )?use of|setting (?:or|and|/) unsetting|(?:setting|specifying|providing|passing(?: in)?|supplying|giving|including|using|sending|defining|selecting|choosing|adding)", "giving"],
  ["(?:specify|provide|pass(?: in)?|supply|include|define|use|send|fill(?: in)?|enter|select|choose|submit|set|add|indicate|contain|contains|specifies|provides|includes)", "give"],
  ["(?:combine|mix)", "combine"],
  // togetherness
  ["(?:together|along|alongside|in (?:conjunction|combination|tandem|concert)|simultaneously|concurrently|jointly|at the same time|concomitantly)(?: with| as)", "with"],
  ["in addition to|alongside", "with"],
  ["jointly|in (?:conjunction|combination|tandem)|simultaneously|concurrently|at the same time|at once|side by side", "together"],
  // quantities
  ["(?:exactly|precisely|strictly) one|one and only one|(?:a )?single one", "exactlyone"],
  ["(?:at least one|one or more|(?:a |at )?minimum (?:of )?one|any one or more|one or both|one or several|one, or more)", "atleastone"],
  ["at most one|no more than one|not more than one|up to one|(?:a |at )?maximum (?:of )?one|zero or one", "atmostone"],
  ["only one|only a single|just one", "onlyone"],
  ["one of|either of|either one of|one among", "oneof"],
  ["(?:any|some) of", "anyof"],
  ["(?<=(?:exactlyone|atleastone|atmostone|onlyone|oneof|anyof) )of", ""],
  ["(?<=(?:exactlyone|atleastone|atmostone|onlyone|oneof|anyof|both of|none of|all of|neither of) )(?:either )?(?:the |these |those )?(?:(?:following|given|two|three|four|five|below|above|listed|available) )*(?:query |request |body )?(?:fields?|param(?:eter)?s?|properties|property|attributes?|arguments?|options?|keys?|values?|identifiers?|ids?|filters?|members?|elements?|choices|alternatives)(?: :)?", ""],
  ["(?<=(?:exactlyone|atleastone|atmostone|onlyone|oneof|anyof|both of|none of|all of|neither of) )(?:the following|either|the|these|those|following)(?: :)?", ""],
  // conditions
  ["in the absence of", "if no"],
  ["(?:only (?:if|when|where|in case|whenever)|exclusively (?:if|when))", "only if"],
  ["unless|except(?:ing)? (?:if|when|where|in case)|other than when", "unless"],
  ["if|when|whenever|where|in case|in cases? (?:where|when)|as long as|so long as|provided that|given that|in the (?:case|event) (?:that|where|when)|for which", "if"],
  // verdicts
  ["needs? not be given|(?:do|does) not must be given", "is optional"],
  ["(?:is )?(?:not (?:required|needed|necessary|mandatory|compulsory)|optional)", "optional"],
  ["(?:needs?|expects?|demands?)(?! to(?![^ ]))", "requires"],
  ["required|mandatory|necessary|needed|compulsory|obligatory", "required"],
  ["(?:not (?:be )?(?:allowed|permitted|supported|accepted|valid|legal|acceptable|possible)|invalid|forbidden|prohibited|disallowed|unsupported|illegal|rejected)", "notallowed"],
  ["(?:valid|allowed|permitted|supported|accepted|permissible|legal|acceptable|possible)", "allowed"],
  ["(?:mutually[ -])?exclusive|mutual exclusive|incompatible|not compatible", "exclusive"],
];

const compiled = forms.map(([words, canonical]): readonly [RegExp, string] => [new RegExp(`(?<![^ ])(?:${words})(?![^ ])`, "g"), canonical]);

const contractions: readonly (readonly [RegExp, string])[] = [
  [/(?<![^ ])can ?'?t(?![^ ])/g, "cannot"],
  [/(?<![^ ])won't(?![^ ])/g, "will not"],
  [/(?<![^ ])([a-z]{2,10})n't(?![^ ])/g, "$1 not"],
  [/(?<![^ ])(it|that|this)'s(?![^ ])/g, "$1 is"],
  [/(?<![^ ])(you|they|we)'re(?![^ ])/g, "$1 are"],
  [/(?<![^ ])and ?\/ ?or(?![^ ])/g, "and/or"],
  // as one API writes it throughout
  [/(?<=cannot )bet(?= set)/g, "be"],
];

/** Text with contractions written out. */
export const expanded = (text: string): string => contractions.reduce((all, [pattern, replacement]) => all.replace(pattern, replacement), text);

const single = (text: string): string => text.replace(/ {2,}/g, " ").trim();

/** normalForm("L0 may not be combined with L1") ~> "L0 cannot be given with L1" */
export const normalForm = (text: string): string => single(compiled.reduce((all, [pattern, canonical]) => single(all.replace(pattern, canonical)), text));
