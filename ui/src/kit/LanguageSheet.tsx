/** The languages of the page, each by its own name, so that everyone finds theirs whatever is spoken now. */
import { t } from "../strings";
import { chooseLanguage, nameOf, TAGS, useLanguage, type Tag } from "../strings/language";
import { Icon } from "./Icon";
import { Sheet } from "./Sheet";
import { toast } from "./Toast";
import "./language.css";

export default function LanguageSheet({ onClose }: { onClose: () => void }) {
  const spoken = useLanguage();
  const choose = (tag: Tag) => chooseLanguage(tag).then(onClose, () => toast(t.pad.noWay));
  return (
    <Sheet title={t.more.language} closeLabel={t.close} onClose={onClose}>
      <ul className="languages">
        {TAGS.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              lang={tag}
              dir="auto"
              className="way"
              aria-current={tag === spoken}
              data-autofocus={tag === spoken || undefined}
              onClick={() => void choose(tag)}
            >
              {nameOf(tag)}
              {tag === spoken && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
