// Today at a glance, and the way to take its tally along.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffTodayViewModel viewModel

    primaryWord: qsTr("오늘 집계를 USB로 내보내기")
    primaryIcon: "document"
    onPrimary: root.viewModel.export()

    StaffPart {
        title: root.viewModel.dayWords

        Grid {
            id: figures

            width: parent ? (parent as Item).width : 0
            columns: width >= Theme.supportingSize * 26 ? 4 : 2
            spacing: Theme.gap

            readonly property real each: (width - (columns - 1) * spacing) / columns

            StaffFigure {
                width: figures.each
                figure: root.viewModel.counted ? String(root.viewModel.finished) : "–"
                label: qsTr("제출했어요")
                color: Theme.primary
            }

            StaffFigure {
                width: figures.each
                figure: root.viewModel.counted ? String(root.viewModel.abandoned) : "–"
                label: qsTr("하다가 그만뒀어요")
            }

            StaffFigure {
                width: figures.each
                figure: root.viewModel.counted ? String(root.viewModel.toPhone) : "–"
                label: qsTr("휴대전화로 이어 갔어요")
            }

            StaffFigure {
                width: figures.each
                figure: root.viewModel.median
                label: qsTr("걸린 시간(가운데값)")
            }
        }
    }

    StaffPart {
        title: qsTr("시간대")

        HourChart {
            objectName: "hours"
            width: parent ? (parent as Item).width : 0
            hours: root.viewModel.hours
        }

        Key {}
    }

    StaffPart {
        half: true
        title: qsTr("활동")

        Bars {
            model: root.viewModel.activities
        }
    }

    StaffPart {
        half: true
        title: qsTr("언어")

        Bars {
            model: root.viewModel.languages
        }
    }

    StaffPart {
        visible: root.viewModel.hasSteps
        title: qsTr("그만둔 자리")

        Bars {
            model: root.viewModel.steps
        }
    }

    component Bars: Repeater {
        StaffBar {
            width: parent ? (parent as Item).width : 0
        }
    }

    component Key: Flow {
        width: parent ? (parent as Item).width : 0
        spacing: Theme.unit

        Rectangle {
            width: Theme.captionSize
            height: Theme.captionSize * 1.5
            color: Theme.primary
        }

        ForumText {
            text: qsTr("제출")
            role: "caption"
        }

        Rectangle {
            width: Theme.captionSize
            height: Theme.captionSize * 1.5
            color: Theme.surface
            border.width: Theme.line
            border.color: Theme.outlineStrong
        }

        ForumText {
            text: qsTr("제출하지 않음")
            role: "caption"
        }
    }
}
