// SPDX-License-Identifier: MIT
import QtQuick

Window {
    required property QtObject elector

    width: 320
    height: 120
    visible: true
    title: elector.leader ? "Leading, term " + elector.term : "Led by " + (elector.currentLeader || "nobody")
    onTitleChanged: console.info(title)

    Rectangle {
        anchors.centerIn: parent
        width: 48
        height: 48
        radius: 24
        color: elector.leader ? "limegreen" : "gray"
    }
}
