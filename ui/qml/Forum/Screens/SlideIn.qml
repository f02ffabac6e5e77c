// A screen comes in a short way from where the visitor is going; it can be touched all the while.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

NumberAnimation {
    id: root

    required property Item screen

    function play(forward: bool): void {
        root.from = forward ? Theme.gapLarge : -Theme.gapLarge;
        root.restart();
    }

    target: root.screen
    property: "x"
    to: 0
    duration: Theme.duration
    easing.type: Easing.OutCubic
}
