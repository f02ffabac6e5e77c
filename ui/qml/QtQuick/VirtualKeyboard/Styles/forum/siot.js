// “못사”, not “모싸”: on Korean keyboards ㅆ is written with shift, and ㅅ after “못” begins the next syllable. Qt joins
// the two to “몼” and takes both along when a vowel follows; so the join is undone as the finger comes down on the vowel.
.pragma library

const FIRST = 0xac00, LAST = 0xd7a3, FINALS = 28, SIOT = 19, DOUBLE_SIOT = 20;
const A = 0x314f, I = 0x3163;

// Whether the last key was ㅅ after a syllable that ends in ㅅ.
let joined = false;

/** Called as a key is pressed; returns what the character before the cursor has to become first, or nothing. */
function apart(key, before) {
    const code = before.charCodeAt(0);
    const end = code >= FIRST && code <= LAST ? (code - FIRST) % FINALS : 0;
    const isVowel = key.length === 1 && key.charCodeAt(0) >= A && key.charCodeAt(0) <= I;
    const isApart = joined && isVowel && end === DOUBLE_SIOT;
    joined = key === "ㅅ" && end === SIOT;
    return isApart ? String.fromCharCode(code - DOUBLE_SIOT + SIOT) + "ㅅ" : "";
}
