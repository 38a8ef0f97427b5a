import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { LikenessTable } from './likeness-table'
import { SideBySide } from './side-by-side'
import { useLikeness, useLikenesses, type LikenessView } from './use-likenesses'
import './likenesses.scss'

const views: { id: LikenessView; label: string }[] = [
  { id: 'waiting', label: '等人看' },
  { id: 'same', label: '合并了的' },
  { id: 'different', label: '不是同一个人' },
]

/** 认人: entries that may be one person, side by side; what is done is done by two, and can be taken back. */
export function Likenesses() {
  const [view, setView] = useKept<LikenessView>('likenesses view', 'waiting')
  const [opened, setOpened] = useKept('likeness opened', '')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>认人</Heading>
        {opened !== '' && (
          <Press id="likeness-back" onPress={() => setOpened(() => '')}>
            回到单子
          </Press>
        )}
      </div>
      {opened !== '' ? (
        <Opened key={opened} id={opened} onBack={() => setOpened(() => '')} />
      ) : (
        <>
          <p className="room-words">
            两份记录可能是同一个人：名字、出生、住处、号码合起来看很像。没有认定以前，两边都照旧，钱照发。合并、分开都要两个人。
          </p>
          <PickTabs name="哪些" tabs={views} open={view} onOpen={(id) => setView(() => id)} />
          <Listed view={view} onOpen={(id) => setOpened(() => id)} />
        </>
      )}
    </>
  )
}

function Listed({ view, onOpen }: { view: LikenessView; onOpen: (id: string) => void }) {
  const query = useLikenesses(view)
  return (
    <WhenReady query={query} words="正在取单子…">
      {({ rows, total, next }) => (
        <>
          <LikenessTable view={view} rows={rows} total={total} onOpen={onOpen} />
          {next !== undefined && (
            <Press id="likenesses-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
              再看后面的
            </Press>
          )}
        </>
      )}
    </WhenReady>
  )
}

function Opened({ id, onBack }: { id: string; onBack: () => void }) {
  return (
    <WhenReady
      query={useLikeness(id)}
      words="正在打开…"
      instead={
        <Press id="likeness-gone-back" kind="main" onPress={onBack}>
          回到单子
        </Press>
      }
    >
      {(file) => <SideBySide file={file} />}
    </WhenReady>
  )
}
