// A row with a switch: what it is of, how it stands in words, and a knob that repeats them.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Pressable {
    id: root

    required property string detail
    required property bool on
    /** How it stands, in a word. */
    required property string word

    implicitHeight: Math.max(Theme.cardHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.unit * 2
    rightPadding: Theme.unit * 2
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.name: root.text + ", " + root.word + ", " + root.detail

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.surfacePressed : root.on ? Theme.surface : Theme.surfaceSunken
        border.width: Theme.hairline
        border.color: Theme.outlineStrong
    }

    contentItem: Item {
        id: content

        implicitWidth: words.implicitWidth + knob.width + Theme.gap
        implicitHeight: Math.max(words.implicitHeight, knob.height)

        Column {
            id: words

            width: content.width - knob.width - Theme.gap
            anchors.verticalCenter: parent.verticalCenter

            ForumText {
                width: parent.width
                text: root.text
                role: "supporting"
                strong: true
                color: Theme.text
                Accessible.ignored: true
            }

            ForumText {
                width: parent.width
                text: root.detail
                role: "supporting"
                Accessible.ignored: true
            }
        }

        Column {
            id: knob

            x: content.width - width
            width: Math.max(track.width, name.implicitWidth)
            anchors.verticalCenter: parent.verticalCenter

            Rectangle {
                id: track

                x: (knob.width - width) / 2
                width: height * 1.8
                height: Math.round(Theme.touchMinimum * 0.75)
                radius: height / 2
                color: root.on ? Theme.primary : Theme.surface
                border.width: Theme.line
                border.color: root.on ? Theme.primary : Theme.outlineStrong

                Rectangle {
                    x: root.on ? track.width - width - Theme.line * 2 : Theme.line * 2
                    y: Theme.line * 2
                    width: height
                    height: track.height - Theme.line * 4
                    radius: height / 2
                    color: root.on ? Theme.textOnPrimary : Theme.outlineStrong

                    Behavior on x {
                        NumberAnimation {
                            duration: Theme.duration
                        }
                    }
                }
            }

            ForumText {
                id: name

                x: (knob.width - width) / 2
                text: root.word
                role: "caption"
                strong: true
                color: root.on ? Theme.primary : Theme.text
                Accessible.ignored: true
            }
        }
    }
}
