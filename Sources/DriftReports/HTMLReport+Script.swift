extension HTMLReport {
    /// The script shows the filter, and hides findings that don't match; without scripts, the page shows all findings.
    static let script = #"""

        (() => {
          const form = document.getElementById('filter');
          if (!form) return;
          const words = document.getElementById('words');
          const environment = document.getElementById('environment');
          const shown = document.getElementById('shown');
          const boxes = [...form.querySelectorAll('[name=severity]')];
          const findings = [...document.querySelectorAll('.finding')].map(element => ({
            element,
            severity: element.dataset.severity,
            environments: element.dataset.environments.split(' ').filter(Boolean)
          }));
          const groups = [...document.querySelectorAll('.group')];
          function apply() {
            if (words.value) for (const finding of findings) finding.text ??= finding.element.textContent.toLowerCase();
            const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
            const severities = boxes.filter(box => box.checked).map(box => box.value);
            let count = 0;
            for (const finding of findings) {
              const fits = severities.includes(finding.severity)
                && (!environment.value || !finding.environments.length || finding.environments.includes(environment.value))
                && wanted.every(word => finding.text.includes(word));
              finding.element.hidden = !fits;
              if (fits) count += 1;
            }
            for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
            shown.textContent = count + ' of ' + findings.length + ' shown';
          }
          function reveal() {
            const target = document.getElementById(location.hash.slice(1));
            if (!target || !target.hidden) return;
            form.reset();
            apply();
            target.scrollIntoView();
          }
          if (environment.options.length < 2) environment.parentElement.hidden = true;
          form.addEventListener('input', apply);
          form.addEventListener('submit', event => event.preventDefault());
          window.addEventListener('hashchange', reveal);
          form.hidden = false;
          apply();
        })();

        """#
}
