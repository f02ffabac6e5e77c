// What a visitor can take part in today.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property HomeViewModel viewModel

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: root.height - y - Theme.unit
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Flow {
            id: tiles

            readonly property real half: Theme.twoColumns ? Math.floor((width - Theme.gap) / 2) : width

            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            ForumText {
                width: tiles.width
                text: qsTr("무엇에 참여하시겠어요?")
                role: "question"
            }

            ForumText {
                width: tiles.width
                text: qsTr("누구나 참여할 수 있어요. 이름은 묻지 않아요.")
                role: "supporting"
            }

            Repeater {
                model: root.viewModel.activities

                ActivityTile {
                    required property string key
                    required property string kind
                    required property string kindWords
                    required property string title
                    required property string description
                    required property string timeWords
                    required property bool isClosed
                    required property string closedWords
                    required property bool isLive

                    required property int index

                    objectName: "activity." + key
                    // A closed one tells its dates.
                    enabled: true
                    width: featured ? tiles.width : tiles.half
                    featured: index === 0
                    text: title
                    iconName: kind
                    kindLabel: kindWords
                    minutesLabel: timeWords
                    closed: isClosed
                    closedLabel: closedWords
                    live: isLive
                    liveLabel: qsTr("진행 중")
                    onActivated: root.viewModel.open(key)
                }
            }

            ActivityTile {
                objectName: "showResults"
                width: tiles.half
                text: qsTr("다른 분들은 어떻게 답했을까요?")
                iconName: "results"
                kindLabel: qsTr("결과 보기")
                minutesLabel: qsTr("보기만 해요")
                onActivated: root.viewModel.showResults()
            }

            ActivityTile {
                objectName: "showOutcomes"
                visible: root.viewModel.hasOutcomes
                width: tiles.half
                text: qsTr("이렇게 반영되었습니다")
                iconName: "reflected"
                kindLabel: qsTr("지난 제안")
                minutesLabel: qsTr("보기만 해요")
                onActivated: root.viewModel.showOutcomes()
            }
        }
    }
}
