import { useState } from 'react'
import { View } from '@tarojs/components'
import { go, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { HelpLine } from '../../../ui/read/help-line'
import { Notice } from '../../../ui/read/notice'
import { saidOf } from './said-understood'
import { useFeedback } from './use-articles'
import { useBulletinHome } from './use-bulletin'

/** 看懂了吗: asked once; whoever did not understand learns whom to call and where to write. */
export function Understood({ id }: { id: string }) {
  const [before] = useState(() => saidOf(id))
  const feedback = useFeedback(id)
  const said = before ?? (feedback.isSuccess ? feedback.variables : undefined)
  if (said !== undefined)
    return said ? (
      <Card>
        <View id="understood-thanks" role="status">
          您看懂了，谢谢告诉我们。
        </View>
      </Card>
    ) : (
      <NotUnderstood />
    )
  return (
    <Card title="看懂了吗？">
      <View className="choices below">
        <Button id="understood" kind="second" busy={feedback.isPending && '正在记…'} onPress={() => feedback.mutate(true)}>
          看懂了
        </Button>
        <Button id="not-understood" kind="quiet" busy={feedback.isPending && '正在记…'} onPress={() => feedback.mutate(false)}>
          没看懂
        </Button>
        {feedback.error && <Notice kind="wrong">{`还没有记上。${feedback.error.message}`}</Notice>}
      </View>
    </Card>
  )
}

function NotUnderstood() {
  const help = useBulletinHome().data?.county.helpLine
  return (
    <>
      <Card>
        <View className="choices">
          <View id="not-understood-thanks" className="choices__words" role="status">
            谢谢告诉我们，会改得好懂些。现在就想弄明白，打电话问，或者写下哪里不懂。
          </View>
          <Button id="suggest" kind="second" onPress={() => go(paths.suggest())}>
            提意见
          </Button>
        </View>
      </Card>
      {help && <HelpLine {...help} />}
    </>
  )
}
