// A slow movement that draws the eye from afar, and stands still where motion is reduced.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

MotifBand {
    id: root

    property bool running: true

    NumberAnimation on shift {
        from: 0
        to: root.tile
        duration: Theme.durationDrift
        loops: Animation.Infinite
        running: root.running && root.visible && !Theme.reducedMotion
    }
}
