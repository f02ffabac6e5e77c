// Holds an item that is made anew each time: a text field keeps in its undo stack what was typed, and is never used again.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    required property Component source
    property Item item: null

    implicitHeight: root.item ? root.item.implicitHeight : 0

    /** Makes a new one before the one before goes, so that the keyboard has a field to stay for. */
    function renew(): void {
        const before = root.item;
        root.item = root.source.createObject(root) as Item;
        if (before) {
            before.opacity = 0;   // unseen at once; it may live until the next event
            before.destroy();
        }
    }

    function forget(): void {
        root.item?.destroy();
        root.item = null;
    }
}
