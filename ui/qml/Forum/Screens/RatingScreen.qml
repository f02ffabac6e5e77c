// Stars.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

QuestionFrame {
    id: root

    required property ScaleViewModel viewModel

    RatingRow {
        width: parent ? (parent as Item).width : 0
        maximum: root.viewModel.maximum
        value: root.viewModel.stars
        onChosen: stars => root.viewModel.choose(stars)
    }
}
