import { View } from '@tarojs/components'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { go, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { MoreButton } from '../../../ui/act/more-button'
import { usePull } from '../../../ui/read/use-pull'
import { WhenReady } from '../../../ui/read/when-ready'
import { YearFigures } from './year-figures'
import { useAnswers } from './use-suggestions'

/** What people asked and what they were told, in public and without names; and the ways to ask and to look for one's own answer. */
export function PublicAnswers() {
  const query = useAnswers()
  usePull(query)
  return (
    <>
      <View className="ways">
        <Button id="suggest" onPress={() => go(paths.suggest())}>
          提意见
        </Button>
        <Button id="find-answer" kind="second" onPress={() => go(paths.suggestion())}>
          凭回执号查答复
        </Button>
      </View>
      <WhenReady query={query}>
        {({ pages }) => {
          const answers = pages.flatMap((page) => page.answers)
          return (
            <>
              {answers.length === 0 && <Empty>还没有公开的答复。大家提的意见有了答复，能公开的会登在这里，不写是谁提的。</Empty>}
              {answers.map(({ id, question, answer, agency, answeredOn }) => (
                <Card key={id}>
                  <Heading level={2}>{question}</Heading>
                  <View className="answer">{answer}</View>
                  <View className="row__note">{`${agency} · ${sayDay(answeredOn, today())}答复`}</View>
                </Card>
              ))}
              <MoreButton query={query} />
            </>
          )
        }}
      </WhenReady>
      <YearFigures />
    </>
  )
}
