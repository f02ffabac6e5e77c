// Asks before something that cannot be taken back.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Sheet {
    id: root

    property string iconName: "warning"

    emblem: ForumIcon {
        name: root.iconName
        size: Theme.iconLarge
        color: Theme.primary
    }
}
