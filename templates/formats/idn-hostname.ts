import { isAsciiHostname } from "../ascii-hostname.js";

/** What RFC 5892, section 2, makes of a character: valid everywhere, or (second and third line) by a rule of its neighbours. */
const characters =
  /^(?:(?!\p{CWKCF}|[\u0640\u07fa\u1100-\u11ff\u20d0-\u20ff\u302e\u302f\u3031-\u3035\u303b\ua960-\ua97c\ud7b0-\ud7fb\u{1d100}-\u{1d24f}])[-\p{L}\p{Mn}\p{Mc}\p{Nd}]|[\xdf\u03c2\u06fd\u06fe\u0f0b\u3007\xb7\u0375\u05f3\u05f4\u30fb\u200c\u200d])+$/u;

/** Hyphens where none may be, a leading mark, or a character whose neighbours break its rule: RFC 5891, section 4.2.3; RFC 5892, appendix A. */
const misplaced =
  /^-|-$|^..--|^\p{M}|(?<!l)\xb7|\xb7(?!l)|\u0375(?!\p{sc=Grek})|(?<!\p{sc=Hebr})[\u05f3\u05f4]|^[^\p{sc=Hira}\p{sc=Kana}\p{sc=Hani}]*\u30fb[^\p{sc=Hira}\p{sc=Kana}\p{sc=Hani}]*$|[\u0660-\u0669].*[\u06f0-\u06f9]|[\u06f0-\u06f9].*[\u0660-\u0669]/u;

/** A joiner without a virama before it. The other half of its rule is `joined`. */
const joiner =
  /(?<![\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}])[\u200c\u200d]/u;

/** A non-joiner between letters that would join (`Joining_Type` L or D before it, R or D behind it), in the scripts of today. */
const joined =
  /(?<=[\u0620\u0626\u0628\u062a-\u062e\u0633-\u0647\u0649\u064a\u066e\u066f\u0679-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u0712-\u0714\u071a-\u071d\u071f-\u0727\u0729\u072b\u072d\u072e\u074e-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777\u077a-\u077f\u07ca-\u07ea\u0841-\u0845\u0848\u084a-\u0853\u0855\u0860\u0862-\u0865\u0868\u0886\u0889-\u088d\u088f\u08a0-\u08a9\u08af\u08b0\u08b3-\u08b8\u08ba-\u08c8\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua872\u{1e922}-\u{1e943}]\p{Mn}*)\u200c(?=\p{Mn}*[\u0620\u0622-\u064a\u066e\u066f\u0671-\u0673\u0679-\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff-\u0710\u0712-\u072f\u074d-\u077f\u07ca-\u07ea\u0840-\u0858\u0860\u0862-\u0865\u0867-\u0882\u0886\u0889-\u088f\u08a0-\u08ac\u08ae-\u08c8\u1820-\u1878\u1887-\u18a8\u18aa\ua840-\ua871\u{1e922}-\u{1e943}])/gu;

/** A letter, or an Arabic digit, that is written from right to left. */
const rightToLeft =
  /(?![\p{Mn}\u06f0-\u06f9])[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A label from right to left: its letters all so, no digit first, not two sorts of digits (RFC 5893, section 2, rules 1 to 4). */
const rightToLeftLabel =
  /^(?![\d\u0660-\u0669\u06f0-\u06f9\u{10d30}-\u{10d39}]|.*[\d\u06f0-\u06f9].*[\u0660-\u0669\u{10d30}-\u{10d39}]|.*[\u0660-\u0669\u{10d30}-\u{10d39}].*[\d\u06f0-\u06f9])[-\d\p{Mn}\u200c\u200d\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]+(?<![-\u200c\u200d]\p{Mn}*)$/u;

/** The bias for the next character: RFC 3492, section 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let bias = 0;
  let rest = Math.floor(delta / (first ? 700 : 2));
  for (rest += Math.floor(rest / length); rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}

const threshold = (position: number, bias: number): number => Math.min(26, Math.max(1, position - bias));

/** The label that Punycode stands for, or the empty string where it is none: RFC 3492, section 6.2. */
function decode(punycode: string): string {
  if (!/^(?:[a-z\d-]+-)?[a-z\d]+$/.test(punycode)) return "";
  const delimiter = punycode.lastIndexOf("-");
  const points = Array.from(punycode.slice(0, Math.max(0, delimiter)));
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = delimiter + 1; at < punycode.length; index++) {
    const start = index;
    for (let weight = 1, position = 36; ; position += 36) {
      if (at === punycode.length) return "";
      const character = punycode.charCodeAt(at++);
      const digit = character - (character > 96 ? 97 : 22);
      index += digit * weight;
      const limit = threshold(position, bias);
      if (digit < limit) break;
      weight *= 36 - limit;
    }
    const length = points.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return "";
    points.splice(index, 0, String.fromCodePoint(code));
  }
  return points.join("");
}

/** How many characters the Punycode of `label` has: RFC 3492, section 6.3. */
function encodedLength(label: string): number {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128).length;
  let length = basic && basic + 1;
  let done = basic;
  let delta = 0;
  let bias = 72;
  for (let code = 128; done < points.length; code++, delta++) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let rest = delta;
      for (let position = 36; ; position += 36, length++) {
        const limit = threshold(position, bias);
        if (rest < limit) break;
        rest = Math.floor((rest - limit) / (36 - limit));
      }
      length++;
      bias = adapt(delta, ++done, done === basic + 1);
      delta = 0;
    }
  }
  return length;
}

/** Whether `label`, which is not ASCII alone, is a U-label: RFC 5891, section 4.2. */
function isUnicodeLabel(label: string): boolean {
  return (
    label.length < 119 && // two for each of 59 characters, which are all that fit
    label === label.normalize() &&
    characters.test(label) &&
    !misplaced.test(label) &&
    !joiner.test(label.replace(joined, "")) &&
    encodedLength(label) < 60
  );
}

/**
 * Whether `value` is a host name with labels in any script, in Unicode or in Punycode: RFC 5890, section 2.3.2.3, with the
 * rules for letters of two directions (RFC 5893). The classes of characters are those of the engine's Unicode version.
 */
export function isIdnHostname(value: string): boolean {
  const plain = isAsciiHostname(value);
  if (plain && !/(?:^|\.)xn--/i.test(value)) return true;
  if (value.length > 1012) return false; // four octets for each of 253
  let octets = -1;
  const labels = [];
  // the full stops of other scripts separate labels too (RFC 3490, section 3.1)
  for (const written of value.split(/[.\u3002\uff0e\uff61]/)) {
    const encoded = /^xn--/i.test(written);
    const label = encoded ? decode(written.slice(4).toLowerCase()) : written;
    const ascii = /^[\0-\x7f]*$/.test(label);
    if (ascii ? encoded || !isAsciiHostname(label) : !isUnicodeLabel(label)) return false;
    octets += 1 + (ascii ? label.length : 4 + encodedLength(label));
    labels.push(label);
  }
  return (
    octets < 254 &&
    (!labels.some((label) => rightToLeft.test(label)) ||
      labels.every((label) =>
        rightToLeft.test(label)
          ? rightToLeftLabel.test(label)
          : !/^[\d\u06f0-\u06f9]|[-\u200c\u200d]\p{Mn}*$/u.test(label),
      ))
  );
}
