import { PhotoCutShort, PhotosNotAllowed } from '../../services/photo/photo-faults'

/** Where a phone is told that photos may be opened. */
const where =
  process.env.TARO_ENV === 'h5'
    ? '打开手机“设置”，找到这个浏览器，允许它用照片和相机'
    : `点右上角“…”，再点“设置”，允许用相册和相机；那里没有的，打开手机“设置”，找到${process.env.TARO_ENV === 'alipay' ? '支付宝' : '微信'}，允许它用照片和相机`

/** Why a photo was not put in, and what to do. `without`: that it goes on without one. */
export function whyNoPhoto(failure: unknown, without: string): string {
  if (failure instanceof PhotosNotAllowed) return `手机没有允许打开照片，照片没有坏。要放照片：${where}，回来再点一次。${without}`
  if (failure instanceof PhotoCutShort)
    return `这张照片只有一部分，后面的没有存全，所以没有放进去。请在相册里把它点开、等它显示完整，再放一次，或者重新拍一张。${without}`
  return `这张照片没有放进去：这部手机打不开它，或者去不掉里面的时间和地点。可以换一张；${without}`
}
