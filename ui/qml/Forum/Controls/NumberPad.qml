// Ten digits and a key that takes the last one back, where wanted a point and a minus; the shown value above them.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** The digits so far, as text. */
    required property string value
    required property string backWord
    property string placeholder: ""
    property int most: 9
    /** The digits are a secret: dots are shown. */
    property bool masked: false
    /** Whether there is a key for a decimal point. */
    property bool point: false
    /** The digits after a key was pressed. */
    signal edited(value: string)

    function after(key: string): string {
        if (key === "back")
            return root.value.slice(0, -1);
        if (key === "-")
            return root.value.startsWith("-") ? root.value.slice(1) : "-" + root.value;
        return (root.value + key).slice(0, root.most + (root.value.startsWith("-") ? 1 : 0));
    }

    /** What the key is called that turns a number below zero and back; empty where there is none. */
    property string minusWord: ""
    readonly property string sign: root.minusWord !== "" ? "-" : ""
    readonly property string dot: root.point ? "." : ""
    readonly property bool both: root.point && root.minusWord !== ""

    /** In large letters five digits stand in a row: two rows are seen whole with their question. Both signs have a column of their own. */
    readonly property list<string> keys: Theme.large ? (root.both ? ["1", "2", "3", "4", "5", "-", "back", "6", "7", "8", "9", "0", ".", ""] : ["1", "2", "3", "4", "5", "back", "6", "7", "8", "9", "0", root.sign + root.dot]) : root.both ? ["1", "2", "3", "back", "4", "5", "6", "-", "7", "8", "9", ".", "", "0", "", ""] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.sign + root.dot, "0", "back"]
    readonly property int columns: Theme.large ? (root.both ? 7 : 6) : root.both ? 4 : 3
    /** On a small wide screen the keys are lower, so that all of them are seen. */
    readonly property real keyHeight: Theme.fit < 0.9 && !Theme.portrait ? Math.max(Theme.touchMinimum * 1.2, Theme.bodySize * Theme.lineHeight) : Theme.cardHeight

    implicitWidth: Theme.cardHeight * 6
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.gap

        Rectangle {
            width: parent.width
            height: Math.max(root.keyHeight, Theme.questionSize * Theme.lineHeightTight)
            radius: Theme.radiusLarge
            color: Theme.surface
            border.width: Theme.line
            border.color: Theme.primary

            ForumText {
                anchors.fill: parent
                anchors.leftMargin: Theme.padding
                anchors.rightMargin: Theme.padding
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                text: root.value === "" ? root.placeholder : root.masked ? "●".repeat(root.value.length) : root.value.replace("-", "\u2212")
                role: root.value === "" ? "body" : "question"
                color: root.value === "" ? Theme.textPlaceholder : Theme.text
            }
        }

        Grid {
            width: parent.width
            columns: root.columns
            spacing: Theme.unit

            Repeater {
                model: root.keys

                Pressable {
                    id: key

                    required property string modelData
                    objectName: "digit." + key.modelData
                    readonly property bool takesBack: key.modelData === "back"

                    text: key.takesBack ? root.backWord : key.modelData === "-" ? "\u2212" : key.modelData
                    Accessible.name: key.modelData === "-" ? root.minusWord : key.text
                    guard: Theme.keyGuard
                    leftPadding: 0
                    rightPadding: 0
                    width: (column.width - (root.columns - 1) * Theme.unit) / root.columns
                    implicitHeight: root.keyHeight
                    // The place of a sign is empty where none may be typed; a number has one point, and not at its start.
                    enabled: key.modelData !== "" && (key.modelData !== "." || (/\d/.test(root.value) && !root.value.includes(".")))
                    opacity: key.modelData !== "" ? 1 : 0
                    onActivated: root.edited(root.after(key.modelData))

                    background: Rectangle {
                        radius: key.radius
                        color: key.down ? Theme.surfacePressed : key.takesBack ? Theme.surfaceSunken : Theme.surface
                        border.width: Theme.hairline
                        border.color: Theme.outlineStrong
                    }

                    contentItem: IconAndWord {
                        text: key.takesBack && root.columns > 3 ? "" : key.text
                        iconName: key.takesBack ? "backspace" : ""
                        color: Theme.text
                        strong: !key.takesBack
                        role: !key.takesBack ? "body" : root.columns > 6 ? "caption" : "supporting"
                    }
                }
            }
        }
    }
}
