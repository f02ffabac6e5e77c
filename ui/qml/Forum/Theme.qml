// Every colour, size and duration of the kiosk, by role; configured once at start-up and by the visitor's settings.
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

QtObject {
    id: root

    // ---- set from outside -------------------------------------------------------------------------------------
    property real pixelsPerMm: 2.71              // of the declared screen; 1080 x 1920 at 32 inch
    property real windowWidth: 1080
    property real windowHeight: 1920
    property real scale: 1.0                     // 1.0, or 2.0 for 200 %
    property bool highContrast: false
    property bool reducedMotion: false
    property bool byKeys: false                  // the visitor goes by the keypad: the focus is seen
    property string language: "ko"               // ko en ja zh
    property url assets: Qt.resolvedUrl("../../../assets/")

    // ---- shape of the screen ----------------------------------------------------------------------------------
    readonly property bool portrait: windowHeight >= windowWidth
    readonly property real shortMm: Math.min(windowWidth, windowHeight) / pixelsPerMm
    readonly property real fit: Math.min(1, shortMm / 290)   // 1 on a lobby screen, less on a small one
    // On a screen too small for twice the size, large means the 12 mm of ink that the ministry notice asks for.
    readonly property real magnified: fit < 0.9 ? Math.min(scale, 12.1 / 7.25) : scale
    readonly property bool large: scale > 1.25
    /** Large letters on a wide screen: height is scarcest. */
    readonly property bool scarce: large && !portrait
    /** So little room that words are short and what can be scrolled is. */
    readonly property bool cramped: scarce && windowWidth < 22 * bodySize
    readonly property bool twoColumns: !portrait && windowWidth >= 29 * bodySize

    // ---- colours, by role (values of the Korean government's design system, KRDS) -----------------------------
    readonly property color background: highContrast ? "#000000" : "#f6f5f1"
    readonly property color surface: highContrast ? "#131416" : "#ffffff"
    readonly property color surfaceRaised: highContrast ? "#1e2124" : "#ffffff"
    readonly property color surfaceSunken: highContrast ? "#000000" : "#eef2f7"
    readonly property color surfacePressed: highContrast ? "#33363d" : "#d8e5fd"
    readonly property color surfaceDisabled: highContrast ? "#131416" : "#e6e8ea"
    readonly property color selectedSurface: highContrast ? "#052561" : "#ecf2fe"
    readonly property color selectedPressed: highContrast ? "#083891" : "#d8e5fd"
    readonly property color scrim: highContrast ? "#d9000000" : "#b3031f3f"

    readonly property color primary: highContrast ? "#b1cefb" : "#0b50d0"
    readonly property color primaryPressed: highContrast ? "#ecf2fe" : "#083891"
    readonly property color primaryDeep: highContrast ? "#d8e5fd" : "#052561"
    readonly property color textOnPrimary: highContrast ? "#020f27" : "#ffffff"
    readonly property color primaryDisabled: highContrast ? "#33363d" : "#cdd1d5"
    readonly property color textOnPrimaryDisabled: highContrast ? "#cdd1d5" : "#464c53"

    readonly property color text: highContrast ? "#ffffff" : "#1e2124"
    readonly property color textSupporting: highContrast ? "#e6e8ea" : "#464c53"
    readonly property color textDisabled: highContrast ? "#cdd1d5" : "#58616a"
    readonly property color textPlaceholder: highContrast ? "#cdd1d5" : "#58616a"

    readonly property color outline: highContrast ? "#b1b8be" : "#cdd1d5"       // quiet division
    readonly property color outlineStrong: highContrast ? "#ffffff" : "#808a94" // edge of what can be touched, at least 3:1
    readonly property color ruling: highContrast ? "#33363d" : "#eef2f7"        // lines of a writing sheet
    readonly property color focus: highContrast ? "#ffd84d" : "#031f3f"
    readonly property color focusGap: highContrast ? "#000000" : "#ffffff"

    readonly property color danger: highContrast ? "#f7afa1" : "#bd2c0f"
    readonly property color dangerSurface: highContrast ? "#390d05" : "#fdefec"
    readonly property color info: highContrast ? "#9ed2fa" : "#085691"
    readonly property color infoSurface: highContrast ? "#021a2c" : "#e7f4fe"
    readonly property color success: highContrast ? "#a9dab4" : "#267337"
    readonly property color successSurface: highContrast ? "#0e2012" : "#eaf6ec"
    readonly property color live: highContrast ? "#ebadb2" : "#ab2b36"          // "live", and the stamp
    readonly property color liveSurface: highContrast ? "#310c0f" : "#fbeff0"

    readonly property color barOwn: primary
    readonly property color barOther: highContrast ? "#b1b8be" : "#6b96c7"
    readonly property color barTrack: highContrast ? "#1e2124" : "#ffffff"
    readonly property color motif: highContrast ? "#33363d" : "#bacbde"         // never carries meaning
    readonly property color motifAccent: highContrast ? "#464c53" : "#ebadb2"
    readonly property color motifOnDeep: highContrast ? "#464c53" : "#346fb2"   // the same on deepSurface
    readonly property color deepSurface: highContrast ? "#021a2c" : "#052561"   // a dark field that carries the motif
    readonly property color deepPressed: "#083891"
    readonly property color textOnDeep: "#ffffff"
    readonly property color textOnDeepSupporting: highContrast ? "#ffffff" : "#d8e5fd"
    readonly property color invite: highContrast ? "#b1cefb" : "#ffffff"        // the plate of the first action on deepSurface
    readonly property color invitePressed: highContrast ? "#ecf2fe" : "#b1cefb"
    readonly property color textOnInvite: highContrast ? "#020f27" : "#052561"
    readonly property color qrPaper: "#ffffff"

    // ---- type: by height of ink in millimetres ----------------------------------------------------------------
    readonly property string fontFamily: language === "ja" ? "Noto Sans CJK JP" : language === "zh" ? "Noto Sans CJK SC" : "Noto Sans CJK KR"
    readonly property real inkRatio: 0.733       // a Latin capital of Noto Sans CJK against its em; a Hangul syllable has 0.92
    readonly property real lineHeight: 1.5
    readonly property real lineHeightTight: 1.25   // for a name in a header, never for reading
    readonly property real lineHeightLeast: 1.1    // for one word, where nothing else fits
    readonly property int regular: Font.Normal
    readonly property int bold: Font.Bold

    readonly property real displaySize: inkPixels(Math.min(22 * fit * magnified, shortMm * 0.085))
    readonly property real questionSize: inkPixels(Math.min((fit < 0.9 && !portrait ? 9.5 : 14 * fit) * magnified, shortMm * 0.074))
    readonly property real bodySize: inkPixels(Math.max(7.25, 9 * fit) * magnified)
    readonly property real supportingSize: inkPixels(7.25 * magnified)
    readonly property real captionSize: inkPixels(4.8 * magnified)

    // ---- space: a grid of 8 units; one step is 3 mm -----------------------------------------------------------
    // Never less than the 2.5 mm that must lie between two targets.
    readonly property real unit: Math.max(Math.ceil(2.5 * pixelsPerMm), Math.round(3 * fit * pixelsPerMm))
    readonly property real margin: Math.round(unit * (fit < 0.9 || large ? 3 : 6))   // edge of the screen
    readonly property real gap: unit * 2                                             // between cards
    readonly property real gapSmall: unit
    readonly property real gapLarge: unit * 4
    readonly property real padding: unit * 3                                         // inside cards and buttons
    readonly property real radiusSmall: Math.round(unit * 0.75)
    readonly property real radius: unit
    readonly property real radiusLarge: Math.round(unit * 1.5)
    readonly property real hairline: Math.max(1, Math.round(0.4 * pixelsPerMm))
    readonly property real line: Math.max(2, Math.round(0.75 * pixelsPerMm))
    readonly property real shift: mm(1)                       // how far the attract screen moves against burn-in
    readonly property real lineThick: Math.max(3, Math.round(1.4 * pixelsPerMm))

    readonly property real touchMinimum: mm(12.5)
    readonly property real cardHeight: mm(Math.max(24, 28 * fit)) * (large ? 1.5 : 1)
    readonly property real primaryButtonHeight: mm(Math.max(22, 25 * fit)) * (large && portrait ? 1.5 : 1)
    readonly property real buttonHeight: mm(Math.max(18, 21 * fit)) * (large && portrait ? 1.5 : 1)
    readonly property real headerHeight: mm(26 * fit)
    readonly property real qrSize: mm(Math.min(200 * fit * magnified, shortMm * (portrait ? 0.5 : 0.4)))   // 0.6 m away, with blur and a poor camera
    readonly property real iconSmall: Math.round(supportingSize * 1.1)
    readonly property real icon: Math.round(bodySize * 1.25)
    readonly property real iconLarge: Math.round(bodySize * 2)
    readonly property real narrow: bodySize * 16.5            // below this width parts stand under one another
    readonly property real readableWidth: bodySize * 30       // longest comfortable line of text

    // ---- time, in milliseconds --------------------------------------------------------------------------------
    readonly property int duration: reducedMotion ? 0 : 200
    readonly property int durationStamp: reducedMotion ? 0 : 250
    readonly property int durationDrift: 24000    // one slow movement of the attract screen; none where motion is reduced
    readonly property int durationShift: 60000    // between two places of the attract screen, against burn-in: a jump of 1 mm
    readonly property int repeatGuard: 500        // a second touch of one control within this is ignored (EN 301 549 5.8)
    readonly property int keyGuard: 90            // the same for a key that types

    /** Pixels of a length in millimetres on the declared screen. */
    function mm(length: real): real {
        return Math.round(length * pixelsPerMm);
    }

    /** The font's pixel size whose capital has at least the given height of ink in millimetres, in whole pixels. */
    function inkPixels(inkMm: real): real {
        return Math.ceil(Math.ceil(inkMm * pixelsPerMm) / inkRatio);
    }

    /** The font's pixel size of a role of text. */
    function textSize(role: string): real {
        return role === "display" ? displaySize : role === "question" ? questionSize : role === "supporting" ? supportingSize : role === "caption" ? captionSize : bodySize;
    }

    /** The file of an icon. */
    function iconSource(name: string): url {
        return name === "" ? "" : assets + (String(assets).endsWith("/") ? "" : "/") + "icons/" + name + ".svg";
    }

    /** The text with word joiners, so that Korean breaks between words, and Japanese never inside a word of katakana. */
    function keepWords(text: string): string {
        return text.replace(/([\uac00-\ud7a3](?=[^\s\u00b7/])|[^\s\u00b7/](?=[\uac00-\ud7a3])|[\u30a1-\u30fa\u30fc](?=[\u30a1-\u30fa\u30fc]))/g, "$1\u2060");
    }

    /** The text of a heading; Japanese, which has hiragana, breaks where a phrase ends: after punctuation or a particle. */
    function keepPhrases(text: string): string {
        const ends = /([、。！？：・…」）](?=\u2060[^、。！？：・…」）])|[いうがかくすただでてとなにねのはばへまもやよらるをん](?=\u2060[^ぁ-んー、。！？：・…」）])|[ぁ-ん](?=\u2060[おご]\u2060[一-鿿]))\u2060/g;
        return /[ぁ-ん]/.test(text) ? text.replace(/(\S)(?=\S)/g, "$1\u2060").replace(ends, "$1") : root.keepWords(text);
    }
}
