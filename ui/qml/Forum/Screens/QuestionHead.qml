// Progress, the question, and a sentence that helps.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Column {
    id: root

    required property StepViewModel step
    /** What is said instead of the question's own help, such as how many may be chosen. */
    property string remark: ""

    /** Where room is scarce, the help is left out. */
    property bool brief: false

    spacing: Theme.gap

    ProgressSteps {
        width: parent.width
        step: root.step.place
        count: root.step.total
    }

    ForumText {
        width: parent.width
        text: root.step.title
        role: "question"
    }

    ForumText {
        width: parent.width
        visible: text !== "" && !root.brief
        text: root.step.help !== "" ? root.step.help : root.remark
        role: "supporting"
    }
}
