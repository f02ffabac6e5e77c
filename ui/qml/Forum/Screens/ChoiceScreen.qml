// One choice, or several.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

QuestionFrame {
    id: root

    required property ChoiceViewModel viewModel

    remark: !root.viewModel.several ? "" : root.viewModel.atMost > 0 ? qsTr("%1개까지 고를 수 있어요.").arg(root.viewModel.atMost) : qsTr("여러 개를 고를 수 있어요.")

    Repeater {
        model: root.viewModel.options

        ChoiceCard {
            required property string key
            required property string label
            required property bool isChosen
            required property bool isFull

            objectName: "option." + key
            width: parent ? (parent as Item).width : 0
            text: label
            selected: isChosen
            multiple: root.viewModel.several
            enabled: !isFull
            onActivated: root.viewModel.choose(key)
        }
    }
}
