import { useState } from 'react'
import { View } from '@tarojs/components'
import { heldCount } from '../../../services/outbox/held-keys'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { useLeave } from './use-me'

/**
 * Leaving is asked twice, because coming back needs a code from the village or a grid worker at the door; on the page, in
 * letters as large as all others.
 */
export function Leave() {
  const leave = useLeave()
  const [asking, setAsking] = useState(false)
  const waiting = heldCount()
  return (
    <Card title={asking ? '真的要退出吗？' : '退出'}>
      <View className="choices">
        <View className="choices__words">
          {asking
            ? '退出后，这部手机里不再留您家的情况。再登录，要到村便民服务中心领新的登录码，或者扫自家的卡，请网格员当面再绑一次。'
            : '换手机、借给别人用之前，请先退出。'}
        </View>
        {asking && waiting > 0 && (
          <Notice id="leave-unsent" kind="needs-you">
            {`还有 ${waiting} 次走访没有传。退出以后，它们封在这部手机里，别人打不开；您再在这部手机上登录，还能接着传。最好先传完再退出。`}
          </Notice>
        )}
        {asking && (
          <Button id="stay" onPress={() => setAsking(false)}>
            不退出
          </Button>
        )}
        {asking ? (
          <Button id="leave-sure" kind="quiet" busy={leave.isPending && '正在退出…'} onPress={() => leave.mutate()}>
            退出
          </Button>
        ) : (
          <Button id="leave" kind="quiet" onPress={() => setAsking(true)}>
            退出登录
          </Button>
        )}
        {leave.error && <Notice kind="wrong">{`还没有退出。${leave.error.message}`}</Notice>}
      </View>
    </Card>
  )
}
