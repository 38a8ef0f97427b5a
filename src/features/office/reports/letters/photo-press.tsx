import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import type { OpenLetter } from './read-letters'
import type { Photos } from './use-photos'
import { photoName } from './use-photos'

/** A photo of a letter, fetched and opened when somebody wants to see it. */
export function PhotoPress({
  letter,
  number,
  photos: { pictures, fetch, busy, trouble },
}: {
  letter: OpenLetter
  number: number
  photos: Photos
}) {
  const name = photoName({ letter, number })
  const picture = pictures[name]
  if (picture !== undefined)
    return <img id={`photo-${name}`} className="letter__photo" alt={`举报人送来的第 ${number + 1} 张照片`} src={picture} />
  return (
    <div className="letter__press">
      <Press
        id={`photo-open-${name}`}
        busy={busy === name && '正在取照片…'}
        onPress={() => fetch({ letter, number })}
      >{`看第 ${number + 1} 张照片`}</Press>
      {trouble?.of === name && <Notice kind="wrong">{trouble.words}</Notice>}
    </div>
  )
}
