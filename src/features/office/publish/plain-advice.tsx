/** How it might be said more plainly. Advice: it can be saved and handed over as it is. */
export const PlainAdvice = ({ hints }: { hints: readonly string[] }) => (
  <div id="article-hints" className="plain-advice">
    <strong>{hints.length === 0 ? '没有看到难懂的词和太长的句子。' : '可以写得更好懂（不改也能存）：'}</strong>
    {hints.length > 0 && (
      <ul className="plain-advice__list">
        {hints.map((hint) => (
          <li key={hint} className="plain-advice__one">
            {hint}
          </li>
        ))}
      </ul>
    )}
  </div>
)
