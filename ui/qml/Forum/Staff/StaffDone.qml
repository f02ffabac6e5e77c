// What was done last, and the way to take it back at once.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Column {
    id: root

    required property string words
    property string undoWord: qsTr("되돌리기")
    property bool canUndo: true
    property bool busy: false
    signal undo
    /** It was said just now, and what lies below has moved: a second touch of that is not meant. */
    readonly property alias fresh: settling.running

    onWordsChanged: settling.restart()

    visible: root.words !== ""
    spacing: Theme.unit

    Timer {
        id: settling

        interval: Theme.repeatGuard
    }

    Notice {
        objectName: "done"
        width: root.width
        kind: "success"
        text: root.words
    }

    SecondaryButton {
        objectName: "undo"
        visible: root.canUndo
        enabled: !root.busy
        width: Math.min(implicitWidth, root.width)
        text: root.undoWord
        iconName: "undo"
        onActivated: root.undo()
    }
}
