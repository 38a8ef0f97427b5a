import { useEffect, useRef, useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { Photo } from '../../services/photo/photo-without-data'
import { photoWithoutData } from '../../services/photo/photo-without-data'
import { choosePicture } from '../../services/photo/photo-source'
import { Button } from '../act/button'
import { Link } from '../act/link'
import { Notice } from '../read/notice'
import { PhotoCanvas } from './photo-canvas'
import { whyNoPhoto } from './photo-words'

interface Props {
  photos: readonly Photo[]
  most: number
  /** That it goes on without one, where none can be put in. */
  without: string
  onChange: (photos: Photo[]) => void
}

/**
 * Some photos, drawn anew so that nothing but the picture goes along. Where the phone cannot do that, it says so, and
 * the rest goes on without.
 */
export function PhotoPicker({ photos, most, without, onChange }: Props) {
  const [drawing, setDrawing] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const latest = useRef(photos)
  latest.current = photos
  // Sealed or left: the phone need not keep copies of them.
  useEffect(() => () => latest.current.forEach(({ forget }) => forget()), [])
  const add = async () => {
    setTrouble(undefined)
    try {
      const picture = await choosePicture()
      if (!picture) return
      setDrawing(true)
      onChange([...photos, await photoWithoutData(picture)])
    } catch (failure) {
      setTrouble(whyNoPhoto(failure, without))
    } finally {
      setDrawing(false)
    }
  }
  const remove = (photo: Photo) => {
    photo.forget()
    onChange(photos.filter((other) => other !== photo))
  }
  return (
    <View className="field">
      <View className="field__label">{`照片（可以不放，最多 ${most} 张）`}</View>
      <View className="photos">
        {photos.map((photo, i) => (
          <View key={i} className="photos__one">
            <Image
              id={`photo-${i}`}
              className="photos__picture"
              src={photo.shown}
              mode="aspectFill"
              nativeProps={{ alt: `第 ${i + 1} 张照片` }}
            />
            <Link id={`remove-photo-${i}`} onPress={() => remove(photo)}>{`拿掉第 ${i + 1} 张`}</Link>
          </View>
        ))}
      </View>
      {trouble !== undefined && (
        <Notice id="photo-trouble" kind="needs-you">
          {trouble}
        </Notice>
      )}
      {photos.length < most && (
        <Button
          id="add-photo"
          kind="second"
          busy={drawing && '正在去掉照片里的时间、地点…'}
          onPress={() => {
            void add()
          }}
        >
          放一张照片
        </Button>
      )}
      <View className="footnote">照片里的拍摄时间、地点、手机型号会去掉；照片上看得见的，自己先看一看。</View>
      <PhotoCanvas />
    </View>
  )
}
