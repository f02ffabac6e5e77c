// The machine: what waits, what was acknowledged, disk, clock and warmth; and what can be done about it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffMachineViewModel viewModel

    told: root.viewModel.outcome

    Notice {
        objectName: "machine.outcome"
        width: root.room
        visible: text !== ""
        kind: root.viewModel.failed ? "warning" : "success"
        text: root.viewModel.outcome
    }

    StaffPart {
        title: qsTr("상태")

        // Side by side where the page is wide: nobody has to look across a whole screen from a name to its value.
        Grid {
            id: facts

            width: parent ? (parent as Item).width : 0
            columns: facts.width >= Theme.supportingSize * 50 ? 2 : 1
            columnSpacing: Theme.gap * 3
            rowSpacing: Theme.unit

            Repeater {
                model: root.viewModel.facts

                Item {
                    id: fact

                    required property string key
                    required property string label
                    required property string value
                    required property bool bad
                    readonly property bool stacked: name.implicitWidth + mark.width + words.implicitWidth + 2 * Theme.gap > width

                    objectName: "fact." + fact.key
                    width: facts.columns === 1 ? facts.width : (facts.width - facts.columnSpacing) / 2
                    implicitHeight: words.y + words.height
                    Accessible.role: Accessible.StaticText
                    Accessible.name: fact.label + ", " + fact.value

                    ForumText {
                        id: name

                        width: fact.stacked ? fact.width : implicitWidth
                        text: fact.label
                        role: "supporting"
                        Accessible.ignored: true
                    }

                    ForumIcon {
                        id: mark

                        name: fact.bad ? "warning" : ""
                        x: fact.stacked ? 0 : words.x - width - Theme.unit
                        y: words.y + (Theme.supportingSize * Theme.lineHeight - height) / 2
                        size: Theme.iconSmall
                        color: Theme.danger
                    }

                    ForumText {
                        id: words

                        x: fact.stacked ? (fact.bad ? mark.width + Theme.unit : 0) : fact.width - width
                        y: fact.stacked ? name.height : 0
                        width: fact.stacked ? fact.width - x : implicitWidth
                        text: fact.value
                        role: "supporting"
                        strong: true
                        color: fact.bad ? Theme.danger : Theme.text
                        Accessible.ignored: true
                    }
                }
            }
        }

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            SecondaryButton {
                objectName: "upload"
                width: Math.min(implicitWidth, parent.width)
                text: root.viewModel.uploading ? qsTr("보내고 있어요") : qsTr("지금 보내기")
                iconName: "send"
                enabled: !root.viewModel.busy
                onActivated: root.viewModel.upload()
            }

            SecondaryButton {
                objectName: "restart"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("앱 다시 시작")
                iconName: "restart"
                enabled: !root.viewModel.busy
                onActivated: root.viewModel.restart()
            }
        }
    }

    StaffPart {
        title: qsTr("방문자에게")

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: qsTr("운영을 멈추면 방문자에게 네 언어로 이렇게 보여요.")
            role: "supporting"
        }

        Notice {
            objectName: "ownMessage"
            width: parent ? (parent as Item).width : 0
            visible: root.viewModel.ownMessage !== ""
            text: qsTr("지금 보이는 글: %1").arg(root.viewModel.ownMessage)
        }

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.closures

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "closure." + key
                    width: Math.min(implicitWidth, parent ? (parent as Item).width : 0)
                    enabled: !root.viewModel.busy
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.choose(key)
                }
            }
        }
    }
}
