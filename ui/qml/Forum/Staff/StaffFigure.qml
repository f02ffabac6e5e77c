// One figure and what it counts.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Column {
    id: root

    required property string figure
    required property string label
    property color color: Theme.text

    ForumText {
        width: root.width
        text: root.figure
        role: "question"
        lineHeight: Theme.lineHeightTight
        color: root.color
    }

    ForumText {
        width: root.width
        text: root.label
        role: "caption"
    }
}
