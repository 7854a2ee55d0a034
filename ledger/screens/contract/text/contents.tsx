import { useMemo } from "react";
import { useSay } from "#web/kit/words/language.tsx";
import styles from "./contents.module.css";

interface Listed {
  id: string;
  title: string;
  articles: { id: string; number: string; title: string }[];
}

/** The documents and their articles, as the text has them. */
export function Contents({ html, gone }: { html: string; gone: () => void }) {
  const say = useSay();
  const documents = useMemo(() => listed(html), [html]);
  function go(id: string): void {
    document.getElementById(id)?.scrollIntoView({ behavior: "smooth" });
    gone();
  }
  return (
    <nav className={styles.contents} aria-label={say({ fr: "Sommaire", en: "Contents" })}>
      {documents.map(({ id, title, articles }) => (
        <details key={id} open={documents[0]!.id === id}>
          <summary>{title}</summary>
          <ol>
            {articles.map((article) => (
              <li key={article.id}>
                <a
                  href={`#${article.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go(article.id);
                  }}
                >
                  <span>{article.number}</span>
                  {article.title}
                </a>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </nav>
  );
}

function listed(html: string): Listed[] {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.querySelectorAll("article")].map((article) => ({
    id: article.id,
    title: article.querySelector("h2")?.textContent ?? "",
    articles: [...article.querySelectorAll("section")].flatMap((section) => {
      const heading = section.querySelector("h3");
      const number = heading?.querySelector(".number")?.textContent ?? "";
      return heading ? [{ id: section.id, number, title: heading.textContent!.slice(number.length).trim() }] : [];
    }),
  }));
}
