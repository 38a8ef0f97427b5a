import { useState } from 'react'
import { View } from '@tarojs/components'
import { hasScanner } from '../../../services/scan/scan'
import { Button } from '../../../ui/act/button'
import { Link } from '../../../ui/act/link'
import { Notice } from '../../../ui/read/notice'
import { pressable } from '../../../ui/act/press'
import { ScanFrame } from './scan-frame'
import { TypeCode } from './type-code'
import { useOpenCode } from './use-open-code'
import { WhichCode } from './which-code'

/**
 * The one big button; `beside` something that comes first, a button like others. Where there is no scanner it offers a photo of
 * the code or its number instead.
 */
export function ScanPanel({ beside }: { beside: boolean }) {
  const { trouble, several, choose, byScan, byTyping } = useOpenCode()
  const [ways, showWays] = useState(false)
  const [typing, setTyping] = useState(false)
  const press = () => {
    if (hasScanner) void byScan()
    else showWays(true)
  }
  const type = () => setTyping(true)
  return (
    <View className="scan">
      <View {...pressable()} id="scan" className={beside ? 'scan__button scan__button--beside' : 'scan__button'} onClick={press}>
        <ScanFrame />
        <View className="scan__words">{beside ? '扫一扫' : '扫一扫，看我家'}</View>
      </View>
      {!beside && <View className="scan__hint">对准卡片或海报上的码。不用登录也能看政策</View>}
      {ways && (
        <Button
          id="photo-code"
          onPress={() => {
            void byScan()
          }}
        >
          拍下这张码，或选照片
        </Button>
      )}
      {several.length > 0 && <WhichCode texts={several} onChoose={choose} />}
      {ways && !typing && (
        <Button id="type-code" kind="second" onPress={type}>
          输入码下面的号码
        </Button>
      )}
      {!ways && !typing && (
        <Link id="type-code" onPress={type}>
          扫不了？输入码下面的号码
        </Link>
      )}
      {typing && <TypeCode onDone={byTyping} />}
      {trouble !== undefined && (
        <Notice id="bad-code" kind="wrong">
          {trouble}
        </Notice>
      )}
    </View>
  )
}
