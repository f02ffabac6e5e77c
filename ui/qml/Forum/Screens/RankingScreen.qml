// Ranking by taps.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

QuestionFrame {
    id: root

    required property RankingViewModel viewModel

    remark: root.viewModel.atMost > 0 ? qsTr("중요한 순서대로 %1개를 눌러 주세요. 다시 누르면 빠져요.").arg(root.viewModel.atMost) : qsTr("중요한 순서대로 눌러 주세요. 다시 누르면 빠져요.")

    Repeater {
        model: root.viewModel.options

        ChoiceCard {
            required property string key
            required property string label
            required property int place
            required property bool isFull

            objectName: "option." + key
            width: parent ? (parent as Item).width : 0
            text: label
            multiple: true
            selected: false
            rank: place
            enabled: !isFull
            onActivated: root.viewModel.choose(key)
        }
    }
}
