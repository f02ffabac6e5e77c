// A step on a scale.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

QuestionFrame {
    id: root

    required property ScaleViewModel viewModel

    ScaleRow {
        width: parent ? (parent as Item).width : 0
        minimum: root.viewModel.minimum
        maximum: root.viewModel.maximum
        value: root.viewModel.value
        lowWord: root.viewModel.low
        highWord: root.viewModel.high
        onChosen: step => root.viewModel.choose(step)
    }
}
