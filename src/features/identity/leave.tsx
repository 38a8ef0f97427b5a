import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { useLeave } from './use-me'

/** Leaving is asked twice, because coming back needs a new code from the village. */
export function Leave() {
  const leave = useLeave()
  const press = async () => {
    const { confirm } = await Taro.showModal({
      title: '真的要退出吗？',
      content: '退出后，这部手机里不再留您家的情况。再登录要到村便民中心领新的登录码。',
      confirmText: '退出',
      cancelText: '不退出',
      confirmColor: '#0d5c3f',
    })
    if (confirm) leave.mutate()
  }
  return (
    <Card title="退出">
      <View className="choices">
        <View className="choices__words">换手机、借给别人用之前，请先退出。</View>
        {leave.error && <Notice kind="wrong">{`还没有退出。${leave.error.message}`}</Notice>}
        <Button id="leave" kind="quiet" busy={leave.isPending && '正在退出…'} onPress={() => { void press() }}>退出登录</Button>
      </View>
    </Card>
  )
}
