import { phoneStorage } from '../../../services/outbox/phone-storage'
import { roomOfPhoto, roomOfVisit } from '../../../services/outbox/visit-photos'
import { Notice } from '../../../ui/read/notice'

/** From so few photos on it is said before the phone is full. */
const few = 6

/** How much more this phone keeps, as long as there is time to send something first. */
export function RoomLeft() {
  const room = phoneStorage.room()
  const photos = Math.max(0, Math.floor((room - roomOfVisit) / roomOfPhoto))
  if (photos >= few) return null
  const words =
    photos > 0
      ? `手机里还存得下大约 ${photos} 张照片。有信号的时候先传，再到“还没传的”里删掉传好的。`
      : `手机里快满了，大约还存得下 ${Math.max(0, Math.floor(room / roomOfVisit))} 次不放照片的走访。有信号的时候先传。`
  return (
    <Notice id="room-left" kind="needs-you">
      {words}
    </Notice>
  )
}
