// What a visitor can take part in today.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property HomeViewModel viewModel

    ForumText {
        id: heading

        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        text: qsTr("무엇에 참여하시겠어요?")
        role: "question"
    }

    ScrollArea {
        x: Theme.margin
        y: heading.y + heading.height + Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: root.height - y - Theme.gap
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Grid {
            id: tiles

            readonly property real tileWidth: (width - (columns - 1) * columnSpacing) / columns

            width: parent.width
            columns: Theme.twoColumns ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Repeater {
                model: root.viewModel.activities

                ActivityTile {
                    required property string key
                    required property string kind
                    required property string kindWords
                    required property string title
                    required property string detail
                    required property string timeWords
                    required property bool isClosed
                    required property string closedWords
                    required property bool isLive

                    objectName: "activity." + key
                    width: tiles.tileWidth
                    text: title
                    iconName: kind
                    kindLabel: kindWords
                    minutesLabel: timeWords
                    closed: isClosed
                    closedLabel: closedWords
                    live: isLive
                    liveLabel: qsTr("오늘")
                    onActivated: root.viewModel.open(key)
                }
            }

            ActivityTile {
                objectName: "showResults"
                width: tiles.tileWidth
                text: qsTr("다른 분들은 어떻게 답했을까요?")
                iconName: "results"
                kindLabel: qsTr("결과 보기")
                minutesLabel: qsTr("보기만 해요")
                onActivated: root.viewModel.showResults()
            }
        }
    }
}
