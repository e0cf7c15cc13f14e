/** Three quiet words under an empty page. */
import { t } from "../strings";
import { TEMPLATE_NAMES, type TemplateName } from "./templates";

export const TemplatePicker = ({ onPick }: { onPick: (name: TemplateName) => void }) => (
  <div className="templates" role="group" aria-label={t.templates.label}>
    <span className="quiet">{t.templates.label}</span>
    {TEMPLATE_NAMES.map((name) => (
      <button key={name} type="button" className="button button-small" onClick={() => onPick(name)}>
        {t.templates[name]}
      </button>
    ))}
  </div>
);
