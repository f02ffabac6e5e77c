// Asks whether anyone is still there; the seconds that are left are always seen.
pragma ComponentBehavior: Bound

import QtQuick

Sheet {
    id: root

    required property int seconds
    property int total: 45

    emblem: SecondsRing {
        seconds: root.seconds
        total: root.total
    }
}
