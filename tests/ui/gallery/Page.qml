// One page of the gallery: a column, and its words in Korean or English.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Column {
    /** The Korean words, or the English ones. */
    function w(ko: string, en: string): string {
        return Theme.language === "ko" ? ko : en;
    }

    spacing: Theme.gap
}
