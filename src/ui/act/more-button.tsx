import { Button } from './button'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
}

/** The next page of a long list, where there is one. */
export const MoreButton = ({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { query: Pages }) =>
  hasNextPage ? (
    <Button
      id="more"
      kind="second"
      busy={isFetchingNextPage && '正在打开…'}
      onPress={() => {
        void fetchNextPage()
      }}
    >
      再看 20 条
    </Button>
  ) : null
