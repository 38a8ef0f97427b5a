import { View } from '@tarojs/components'
import type { CodeToken } from '#domain/access/code-token'
import { BigCode } from '../../../ui/read/big-code'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { SpeakButton } from '../../../ui/act/speak-button'
import { inThrees, sayLeft } from './fields'
import { Step } from './step'
import type { Digits } from './kept-digits'
import { useBound } from './use-bound'
import { useTimeLeft } from './use-time-left'

const howItGoesOn = '请让网格员扫您的卡，再输入这 6 个数字。'

/** The six digits for the grid worker. They always appear, right or wrong: a wrong guess must not learn that it was one. */
export function ShownDigits({ token, digits: { code, until }, onAgain }: { token: CodeToken; digits: Digits; onAgain: () => void }) {
  const left = sayLeft(useTimeLeft(until))
  const { check, checking, answer } = useBound(token)
  return (
    <>
      <Step number={2}>给网格员看这 6 个数字</Step>
      <Card>
        {left === undefined ? (
          <Notice id="digits-over" kind="needs-you">
            这 6 个数字过了时间，不能用了。刚才填的还在，再领一次就行。
          </Notice>
        ) : (
          <>
            <BigCode id="digits" groups={inThrees(code)} />
            <View className="choices">
              <View className="choices__words">{howItGoesOn}</View>
              <View id="time-left" className="choices__words">{`${left}过期。`}</View>
              <SpeakButton sentences={[`您的核对码是：${code.split('').join('，')}。`, howItGoesOn]} />
            </View>
          </>
        )}
        {answer !== undefined && (
          <Notice id="bound-answer" kind="needs-you">
            {answer}
          </Notice>
        )}
        {left !== undefined && (
          <Button id="bound-check" busy={checking && '正在看…'} onPress={check}>
            网格员核对好了
          </Button>
        )}
        <Button id="bind-again" kind={left === undefined ? 'main' : 'quiet'} onPress={onAgain}>
          {left === undefined ? '再领一次' : '填错了，重新填'}
        </Button>
      </Card>
      <View className="footnote">网格员核对后就绑好了，这一页会自己打开您家的情况。如果对不上，请到村便民服务中心办。</View>
    </>
  )
}
