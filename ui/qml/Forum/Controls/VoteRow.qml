// Agree, disagree and pass: beside one another where there is room, else one under another.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** agree, disagree or pass; empty where nothing is chosen yet. */
    required property string vote
    required property string agreeWord
    required property string disagreeWord
    required property string passWord
    signal chosen(vote: string)

    readonly property bool stacked: root.width < Theme.bodySize * 22
    readonly property real each: root.stacked ? root.width : (root.width - 2 * Theme.gap) / 3
    readonly property real tallest: Math.max(agreeButton.implicitHeight, disagreeButton.implicitHeight, passButton.implicitHeight)

    implicitWidth: Theme.readableWidth
    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.Grouping

    Grid {
        id: row

        columns: root.stacked ? 1 : 3
        spacing: Theme.gap

        VoteButton {
            id: agreeButton
            objectName: "vote.agree"

            width: root.each
            height: root.stacked ? implicitHeight : root.tallest
            beside: root.stacked
            vote: "agree"
            chosen: root.vote === "agree"
            text: root.agreeWord
            onActivated: root.chosen("agree")
        }

        VoteButton {
            id: disagreeButton
            objectName: "vote.disagree"

            width: root.each
            height: root.stacked ? implicitHeight : root.tallest
            beside: root.stacked
            vote: "disagree"
            chosen: root.vote === "disagree"
            text: root.disagreeWord
            onActivated: root.chosen("disagree")
        }

        VoteButton {
            id: passButton
            objectName: "vote.pass"

            width: root.each
            height: root.stacked ? implicitHeight : root.tallest
            beside: root.stacked
            vote: "pass"
            chosen: root.vote === "pass"
            text: root.passWord
            onActivated: root.chosen("pass")
        }
    }
}
